import FogModel
import LuaKit
import ScriptAPI

/// How a task is to be made.
struct TaskOptionTable: LuaOptionTable {
    var options = TaskOptions()
    /// One snapin that is to run; its number is found before the task is made.
    var snapin: RowArgument<Snapin>?
    /// Image that the host has to have; its number is found before the task is made.
    var image: RowArgument<Image>?
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
        .init("snapins", \.snapins, "run all of the host's snapins, afterwards or alone (default false)"),
        .init("snapin", \.snapin, "run this one of the host's snapins; type single_snapin needs it"),
        .init("image", \.image, "image that the host has to have, so that no other is written (default any)"),
        .init("account", \.options.account, "account whose password is cleared; type password_reset needs it"),
        .init("session", \.options.session, "running multicast session to join, by name; type multicast needs it"),
        .init(
            "stop_at_failed_snapin",
            \.options.stopsAtFailedSnapin,
            "leave out what follows a failed snapin (FOG 1.6)"
        ),
        .init(
            "replace",
            \.options.replace,
            "call off what the host is to do now, unless it is imaging (default false)"
        ),
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
    var exitCodes: [Int]?
    var onProgress: FunctionArgument?

    static let options: [LuaOption<WaitOptionTable>] = [
        .init("never_checked_in", \.neverCheckedIn, "give a host up that has not checked in by then (default 15m)"),
        .init("stalled", \.stalled, "give a host up after so long without progress (default 10m; snapins 1h)"),
        .init("timeout", \.timeout, "time in all (default none)"),
        .init("unavailable", \.unavailable, "wait so long for a server that does not answer (default 10m)"),
        .init("exit_codes", \.exitCodes, "exit codes of snapins that are no failure (default 0, 1641, 3010)"),
        .init("on_progress", \.onProgress, "called with each Progress of what is waited for, beside the wait"),
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
        if let exitCodes { options.goodExitCodes = exitCodes }
        options.tellsProgress = onProgress != nil
        return options
    }
}
