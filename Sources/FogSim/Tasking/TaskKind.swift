/// What FOG's code knows of a task type by its number.
///
/// Origin: `lib/fog/tasktype.class.php` of FOG 1.5.9.
struct TaskKind: Sendable, Equatable {
    let id: Int

    init(_ id: Int) { self.id = id }

    /// Wakes hosts and leaves no row.
    static let wake = TaskKind(14)

    var isDeploy: Bool { [1, 8, 15, 17, 24].contains(id) }
    var isCapture: Bool { [2, 16].contains(id) }
    var isMulticast: Bool { id == 8 }
    var isImaging: Bool { isDeploy || isCapture }
    /// Opens a shell on the host and waits for a person.
    var isDebug: Bool { [3, 15, 16].contains(id) }
    /// Runs snapins and nothing else.
    var isSnapinTasking: Bool { [12, 13].contains(id) }
    /// May run snapins.
    var runsSnapins: Bool { isDeploy && id != 17 || isSnapinTasking }
    /// Needs the host to boot from the network.
    var needsBoot: Bool { ![4, 12, 13, 14].contains(id) }

    /// Types that a client means by `type` in its requests.
    ///
    /// Origin: api-1.5.md section 8: `down` is 1, 8, 15, 17, 24; `up` is 2, 16; else any.
    func matches(direction: String) -> Bool {
        switch direction {
        case "down": isDeploy
        case "up": isCapture
        default: true
        }
    }
}
