/// A task that the server is to make later, once or again and again.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct ScheduledTask: NamedEntity {
    /// FOG's class name.
    public static let className: String = "scheduledtask"

    public var id: ScheduledTaskID
    public var name: String = ""
    public var description: String?
    public var type: String?
    public var taskTypeID: TaskTypeID?
    public var tasktypename: String?
    public var hostID: HostID?
    public var hostname: String?
    public var groupID: GroupID?
    public var groupname: String?
    public var isGroupTask: Bool = false
    public var isActive: Bool = false
    public var scheduleTime: Int?
    public var minute: String?
    public var hour: String?
    public var dayOfMonth: String?
    public var month: String?
    public var dayOfWeek: String?
    public var runtime: Int?
    public var shutdown: Bool = false
    public var other1: String?
    public var other2: String?
    public var other3: String?
    public var other4: String?
    public var other5: String?
    public var imageID: ImageID?

    /// Makes a scheduled task whose fields are all unset.
    public init(id: ScheduledTaskID) {
        self.id = id
    }
}

extension ScheduledTask {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/scheduledtask/ID`.
    /// FOG writes the number of a group into `hostID`, too; here it is `groupID`.
    public static let fields: [Field<ScheduledTask>] = [
        .identifier(\.id, "number of the scheduled task"),
        .name("name", \.name, "name"),
        .text("description", \.description, "free text"),
        .text("type", \.type, "S once, C by cron"),
        .reference("taskTypeID", \.taskTypeID, "number of the task type"),
        .text("tasktypename", \.tasktypename, "name of the task type"),
        .reference("hostID", \.hostID, "number of the host; nil for a group"),
        .text("hostname", \.hostname, "name of the host"),
        .reference("groupID", \.groupID, "number of the group; nil for a host"),
        .text("groupname", \.groupname, "name of the group"),
        .flag("isGroupTask", \.isGroupTask, "whether it is for a group"),
        .flag("isActive", \.isActive, "whether it is still to come"),
        .time("scheduleTime", \.scheduleTime, "when it is due, where it comes once"),
        .text("minute", \.minute, "cron: minute"),
        .text("hour", \.hour, "cron: hour"),
        .text("dayOfMonth", \.dayOfMonth, "cron: day of the month"),
        .text("month", \.month, "cron: month"),
        .text("dayOfWeek", \.dayOfWeek, "cron: day of the week"),
        .time("runtime", \.runtime, "when it is due next, by the server's reckoning"),
        .flag("shutdown", \.shutdown, "whether the host is switched off afterwards"),
        .text("other1", \.other1, "FOG's spare field 1"),
        .text("other2", \.other2, "which snapins: -1 all, 0 none, else the number of one"),
        .text("other3", \.other3, "who made it"),
        .text("other4", \.other4, "whether hosts are woken: 1"),
        .text("other5", \.other5, "whether BitLocker is passed over: 1 (1.6)"),
        .reference("imageID", \.imageID, "number of the image; nil is each host's own"),
    ]
}
