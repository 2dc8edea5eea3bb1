/// An imaging that took place: when, which host, which image.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct ImagingRecord: Entity {
    /// FOG's class name.
    public static let className: String = "imaginglog"

    public var id: ImagingRecordID
    public var hostID: HostID?
    public var hostname: String?
    public var image: String?
    public var type: String?
    public var start: Int?
    public var finish: Int?
    public var createdBy: String?
    public var taskID: TaskID?
    public var stateID: Int = 0
    public var statename: String?
    public var ip: String?

    /// Makes a record of imaging whose fields are all unset.
    public init(id: ImagingRecordID) {
        self.id = id
    }
}

extension ImagingRecord {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/imaginglog/ID`; FOG 1.6 keeps the same in `tasklog`, with the task and its state.
    public static let fields: [Field<ImagingRecord>] = [
        .identifier(\.id, "number of the record of imaging"),
        .reference("hostID", \.hostID, "number of the host"),
        .text("hostname", \.hostname, "name of the host"),
        .text("image", \.image, "name of the image at that time"),
        .text("type", \.type, "down for a deploy, up for a capture; on 1.6 the name of the task type"),
        .time("start", \.start, "when it began"),
        .time("finish", \.finish, "when it ended; nil while it runs or where it never ended"),
        .text("createdBy", \.createdBy, "who made the task"),
        .reference("taskID", \.taskID, "number of the task (1.6)"),
        .integer("stateID", \.stateID, "state of the task that is noted (1.6); 0 is not told"),
        .text("statename", \.statename, "name of that state (1.6)"),
        .text("ip", \.ip, "address of the host (1.6)"),
    ]
}
