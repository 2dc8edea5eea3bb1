/// The snapins that a host is to run, as one piece of work.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct SnapinJob: Entity {
    /// FOG's class name.
    public static let className: String = "snapinjob"

    public var id: SnapinJobID
    public var hostID: HostID?
    public var hostname: String?
    public var stateID: Int = 0
    public var statename: String?
    public var createdTime: Int?

    /// Makes a snapin job whose fields are all unset.
    public init(id: SnapinJobID) {
        self.id = id
    }
}

extension SnapinJob {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/snapinjob/ID`.
    public static let fields: [Field<SnapinJob>] = [
        .identifier(\.id, "number of the snapin job"),
        .reference("hostID", \.hostID, "number of the host"),
        .text("hostname", \.hostname, "name of the host"),
        .integer("stateID", \.stateID, "1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled"),
        .text("statename", \.statename, "name of the state"),
        .time("createdTime", \.createdTime, "when it was made"),
    ]

    /// How far the work has come; nil for a number that FOG does not define.
    public var state: TaskState? { TaskState(rawValue: stateID) }
}
