import FogModel
import LuaKit
import ScriptAPI

/// How a task is to be made.
struct TaskOptionTable: LuaOptionTable {
    var options = TaskOptions()
    /// Whether all of the host's snapins run.
    private var snapins: Bool {
        get { options.snapins == .all }
        set { options.snapins = newValue ? .all : .none }
    }

    static let options: [LuaOption<TaskOptionTable>] = [
        .init("name", \.options.name, "name for people, up to 200 characters; the type's name if absent"),
        .init("wake", \.options.wake, "wake the host (default false)"),
        .init("shutdown", \.options.shutdown, "switch the host off afterwards (default false)"),
        .init("debug", \.options.debug, "stop at a shell before it begins (default false)"),
        .init("snapins", \.snapins, "run the host's snapins afterwards (default false)"),
    ]

    init() {}
}

/// Which tasks are asked for.
struct TaskQueryTable: LuaOptionTable {
    var active: Bool?
    var ids: OneOrMany<TaskArgument>?
    var hosts: OneOrMany<RowArgument<Host>>?

    static let options: [LuaOption<TaskQueryTable>] = [
        .init("active", \.active, "only active tasks (default true, false where id is given)"),
        .init("id", \.ids, "number of a task, or a list of them"),
        .init("host", \.hosts, "host that has the tasks, or a list of them"),
    ]

    init() {}
}

/// How long to wait for tasks.
struct WaitOptionTable: LuaOptionTable {
    var neverCheckedIn: DurationArgument?
    var stalled: DurationArgument?
    var timeout: DurationArgument?
    var unavailable: DurationArgument?
    var interval: DurationArgument?

    static let options: [LuaOption<WaitOptionTable>] = [
        .init("never_checked_in", \.neverCheckedIn, "give a host up that has not checked in by then (default 15m)"),
        .init("stalled", \.stalled, "give a host up after so long without progress (default 10m; snapins 1h)"),
        .init("timeout", \.timeout, "time in all (default none)"),
        .init("unavailable", \.unavailable, "wait so long for a server that does not answer (default 10m)"),
        .init("interval", \.interval, "time between two looks at the server (default by what goes on, 10s to 60s)"),
    ]

    init() {}

    /// Options with the defaults where none is given.
    var waitOptions: WaitOptions {
        var options = WaitOptions()
        if let neverCheckedIn { options.neverCheckedIn = neverCheckedIn.wholeSeconds }
        if let stalled { options.stalled = stalled.wholeSeconds }
        if let unavailable { options.unavailable = unavailable.wholeSeconds }
        if let interval { options.interval = max(1, interval.wholeSeconds) }
        options.timeout = timeout?.wholeSeconds
        return options
    }
}
