/// What a request asks a host or group to do.
struct TaskOrder: Sendable {
    let kind: TaskKind
    /// Name before ` - HOST` is added.
    let name: String
    let isShutdown: Bool
    let isDebug: Bool
    /// Number of one snapin, -1 for all of the host's, `nil` for none.
    let snapin: Int?
    /// User whose password is reset, as text.
    let passwordReset: String
    /// Whether a multicast session of exactly this name is joined.
    let joinsSession: Bool
    let wakes: Bool
    /// Login name of the caller, `nil` with tokens.
    let login: String?
    /// Number from which on tasks are not seen.
    let sight: Int

    /// Reads a request's body.
    ///
    /// Origin: `lib/router/route.class.php`, `task`.
    init(_ call: Call, _ dialect: FogSim.Dialect) {
        let body = call.body
        kind = TaskKind(body["taskTypeID"]?.phpInteger ?? 0)
        name = body["taskName"]?.phpString ?? ""
        isShutdown = body["shutdown"]?.isTrue ?? false
        isDebug = body["debug"]?.isTrue ?? false
        snapin = Self.snapin(body["deploySnapins"])
        passwordReset = body["passreset"]?.phpString ?? ""
        joinsSession = body["sessionjoin"]?.isTrue ?? false
        // Origin: api-1.6.md section 9: `wol` is on by default, and a wake-up always wakes.
        wakes = dialect.isFog16 && kind == .wake || body["wol"]?.isTrue ?? dialect.isFog16
        login = call.login
        sight = call.sight
    }

    /// Reads a scheduled task.
    ///
    /// Origin: api-1.6.md section 11.
    init(scheduled row: Row, isAlwaysWaking: Bool) {
        kind = TaskKind(row.integer("taskTypeID"))
        name = row.name
        isShutdown = row["shutdown"].isTrue
        isDebug = false
        let snapin = row.integer("other2")
        self.snapin = snapin > 0 || snapin == -1 ? snapin : nil
        passwordReset = ""
        joinsSession = false
        wakes = isAlwaysWaking || kind == .wake || row["other4"].isTrue
        login = row.text("other3").isEmpty ? nil : row.text("other3")
        sight = .max
    }

    /// Makes the order of somebody who has a host imaged from the web page.
    static func deploy(by login: String) -> Self { Self(deployBy: login) }

    private init(deployBy login: String) {
        kind = TaskKind(1)
        name = "Deploy"
        isShutdown = false
        isDebug = false
        snapin = nil
        passwordReset = ""
        joinsSession = false
        wakes = true
        self.login = login
        sight = .max
    }

    private static func snapin(_ value: JSON?) -> Int? {
        guard let value else { return nil }
        if value == .bool(true) { return -1 }
        let number = World.isNumeric(value) ? value.phpInteger : 0
        return number > 0 || number == -1 ? number : nil
    }
}
