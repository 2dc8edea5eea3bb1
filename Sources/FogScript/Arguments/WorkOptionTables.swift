import FogModel
import LuaKit
import ScriptAPI

/// How hosts are imaged in one stream.
struct MulticastOptions: LuaOptionTable {
    var image: RowArgument<Image>?
    var options = TaskOptions()

    static let options: [LuaOption<MulticastOptions>] = [
        .init("image", \.image, "image that all have to have (default: the one that they have)"),
        .init("name", \.options.name, "name of the session, up to 200 characters"),
        .init("wake", \.options.wake, "wake the hosts (default false)"),
        .init("shutdown", \.options.shutdown, "switch the hosts off afterwards (default false)"),
        .init("replace", \.options.replace, "call off what a host is to do now, unless it is imaging (default false)"),
    ]

    init() {}
}

/// A task for later.
struct ScheduleOptions: LuaOptionTable {
    var host: RowArgument<Host>?
    var group: RowArgument<Group>?
    var type: TaskTypeArgument?
    var time: Int?
    var cron: String?
    var task = TaskOptionTable()
    var description: String?

    static let options: [LuaOption<ScheduleOptions>] = [
        .init("type", \.type, isRequired: true, "what to do, as in fog.task"),
        .init("host", \.host, "host that gets it; this or group has to be there"),
        .init("group", \.group, "group whose hosts get it"),
        .init("time", \.time, "when, in seconds since 1970; this or cron has to be there"),
        .init("cron", \.cron, "when again and again, by the server's zone, as in \"30 22 * * 1-5\""),
        .init("name", \.task.options.name, "name for people"),
        .init("wake", \.task.options.wake, "wake the hosts (default false)"),
        .init("shutdown", \.task.options.shutdown, "switch the hosts off afterwards (default false)"),
        .init("snapin", \.task.snapin, "run this one of the snapins; type single_snapin needs it"),
        .init("description", \.description, "free text"),
    ]

    init() {}

    /// The task in the form in which the server is asked for it.
    func draft(_ fog: FogHandle) throws -> Ask<ScheduleDraft> {
        guard let type else { throw FogError(.invalidArgument, "a scheduled task needs a type") }
        let time = try moment()
        return try target(fog).then { target in
            try task.found(fog).map { options in
                ScheduleDraft(target: target, type: type.key, time: time, options: options, description: description)
            }
        }
    }

    private func moment() throws -> ScheduleDraft.Time {
        switch (time, cron) {
        case (let time?, nil): .once(time)
        case (nil, let cron?): .cron(try CronTime(cron))
        default: throw FogError(.invalidArgument, "a scheduled task needs time or cron, and not both")
        }
    }

    private func target(_ fog: FogHandle) throws -> Ask<ScheduleDraft.Target> {
        switch (host, group) {
        case (let host?, nil): try Lookup.id(host, fog).map { .host($0) }
        case (nil, let group?): try Lookup.id(group, fog).map { .group($0) }
        default: throw FogError(.invalidArgument, "a scheduled task needs host or group, and not both")
        }
    }
}
