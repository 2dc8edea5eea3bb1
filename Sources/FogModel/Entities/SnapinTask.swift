/// One snapin of a snapin job.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct SnapinTask: Entity {
    /// FOG's class name.
    public static let className: String = "snapintask"

    public var id: SnapinTaskID
    public var jobID: SnapinJobID?
    public var hostID: HostID?
    public var snapinID: SnapinID?
    public var snapinname: String?
    public var stateID: Int = 0
    public var statename: String?
    public var checkin: Int?
    public var complete: Int?
    public var exitCode: Int = 0
    public var details: String?

    /// Makes a snapin task whose fields are all unset.
    public init(id: SnapinTaskID) {
        self.id = id
    }
}

extension SnapinTask {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/snapintask/ID`; a snapin that failed is complete with another `return` than 0.
    public static let fields: [Field<SnapinTask>] = [
        .identifier(\.id, "number of the snapin task"),
        .reference("jobID", \.jobID, "number of the snapin job"),
        .reference("hostID", \.hostID, "number of the host"),
        .reference("snapinID", \.snapinID, "number of the snapin"),
        .text("snapinname", \.snapinname, "name of the snapin"),
        .integer("stateID", \.stateID, "1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled"),
        .text("statename", \.statename, "name of the state"),
        .time("checkin", \.checkin, "when the client asked for it"),
        .time("complete", \.complete, "when it ended"),
        .integer("return", \.exitCode, "exit code of the program; 0 before it ended"),
        .text("details", \.details, "what the client says of the end"),
    ]

    /// How far the task has come; nil for a number that FOG does not define.
    public var state: TaskState? { TaskState(rawValue: stateID) }
}
