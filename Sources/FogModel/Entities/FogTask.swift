/// Work that a host has been given.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct FogTask: NamedEntity {
    /// FOG's class name.
    public static let className: String = "task"

    public var id: TaskID
    /// Name without the marker.
    public var name: String = ""
    public var marker: String?
    public var hostID: HostID?
    public var hostname: String?
    public var typeID: TaskTypeID?
    public var typename: String?
    public var stateID: Int = 0
    public var statename: String?
    public var imageID: ImageID?
    public var imagename: String?
    public var percent: Int = 0
    public var bpm: String?
    public var timeElapsed: String?
    public var timeRemaining: String?
    public var dataCopied: String?
    public var dataTotal: String?
    public var createdTime: Int?
    public var createdBy: String?
    public var checkInTime: Int?
    public var isForced: Bool = false
    public var isDebug: Bool = false
    public var shutdown: Bool = false
    public var wol: Bool = false
    public var storagegroupID: Int = 0
    public var storagenodeID: Int = 0
    public var storagenodename: String?

    /// Makes a task whose fields are all unset.
    public init(id: TaskID) {
        self.id = id
    }
}

extension FogTask {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/task/ID`; `percent` is the server's `pct`, a number with leading zeros, since the
    /// server's own `percent` is free text that the client sent.
    public static let fields: [Field<FogTask>] = [
        .identifier(\.id, "number of the task"),
        .name("name", \.name, "name without the marker"),
        .text("marker", \.marker, "mark by which the run that made the task finds it"),
        .reference("hostID", \.hostID, "number of the host"),
        .text("hostname", \.hostname, "name of the host"),
        .reference("typeID", \.typeID, "number of the task type"),
        .text("typename", \.typename, "name of the task type"),
        .integer("stateID", \.stateID, "1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled, 6 failed"),
        .text("statename", \.statename, "name of the state"),
        .reference("imageID", \.imageID, "number of the image"),
        .text("imagename", \.imagename, "name of the image"),
        .integer("percent", \.percent, "how far it is, 0 to 100"),
        .text("bpm", \.bpm, "rate as the client words it, as in 1.53GB/min"),
        .text("timeElapsed", \.timeElapsed, "time so far as the client words it"),
        .text("timeRemaining", \.timeRemaining, "time left as the client words it"),
        .text("dataCopied", \.dataCopied, "data so far as the client words it"),
        .text("dataTotal", \.dataTotal, "data in all as the client words it"),
        .time("createdTime", \.createdTime, "when it was made"),
        .text("createdBy", \.createdBy, "who made it"),
        .time("checkInTime", \.checkInTime, "when the host last checked in"),
        .flag("isForced", \.isForced, "whether it goes before the queue"),
        .flag("isDebug", \.isDebug, "whether the client stops at a shell"),
        .flag("shutdown", \.shutdown, "whether the host is switched off afterwards"),
        .flag("wol", \.wol, "whether the server was asked to wake the host"),
        .integer("storagegroupID", \.storagegroupID, "number of the storage group; 0 is none"),
        .integer("storagenodeID", \.storagenodeID, "number of the storage node; 0 is none"),
        .text("storagenodename", \.storagenodename, "name of the storage node"),
    ]

    /// How far the task has come; nil for a number that FOG does not define.
    public var state: TaskState? { TaskState(rawValue: stateID) }
}
