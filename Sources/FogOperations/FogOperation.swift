package import FogModel

/// Everything that a script can ask of the world outside, one value each.
///
/// Only the fields of the value count: what an operation does and whom it touches are computed from it, never sent.
package enum FogOperation: Hashable, Codable, Sendable {
    /// Asks what server this is; answered by `server`.
    case serverInfo
    /// Lists hosts, all where the selector is nil; answered by `hosts`.
    case listHosts(Selector?)
    /// Gets one host by number or exact name; answered by `hosts` with one, or with none where there is no such host.
    case findHost(Key<Host>)
    /// Registers a host; answered by `hosts` with the new one.
    case createHost(HostDraft)
    /// Changes a host; answered by `hosts` with the host as it is now.
    case updateHost(HostID, HostChanges)
    /// Lists images; answered by `images`.
    case listImages
    /// Gets one image; answered by `images` with one or none.
    case findImage(Key<Image>)
    /// Makes an image record; answered by `images` with the new one.
    case createImage(ImageDraft)
    /// Lists groups; answered by `groups`.
    case listGroups
    /// Gets one group; answered by `groups` with one or none.
    case findGroup(Key<Group>)
    /// Lists the hosts of a group; answered by `hosts`.
    case listMembers(GroupID)
    /// Lists the server's task types; answered by `taskTypes`.
    case listTaskTypes
    /// Lists tasks; answered by `tasks`.
    case listTasks(TaskQuery)
    /// Gives a host a task; answered by `tasks` with the new one, or with none where nothing is to be waited for.
    case createTask(HostID, TaskTypeKey, TaskOptions)
    /// Calls a task off; answered by `tasks` with the task as it is now.
    case cancelTask(TaskID)
    /// Waits for tasks; answered by `verdicts` in the order of the tasks.
    case wait([TaskID], WaitOptions)
    /// Waits for some seconds, 0 or more; answered by `done`.
    case sleep(Double)
    /// Asks for the time; answered by `time`.
    case now
    /// Asks the operator; answered by `agreed`.
    case confirm(Confirmation)
}

/// A question to the operator before something is changed.
package struct Confirmation: Hashable, Codable, Sendable {
    /// What is about to be done, one line or a few.
    package var question: String
    /// How many hosts it touches; nil where the script does not say.
    package var hostCount: Int?

    /// Makes a question.
    package init(question: String, hostCount: Int?) {
        self.question = question
        self.hostCount = hostCount
    }
}

/// What an operation was answered.
package enum Answer: Hashable, Codable, Sendable {
    case done
    case server(ServerInfo)
    case hosts([Host])
    case images([Image])
    case groups([Group])
    case taskTypes([TaskType])
    case tasks([FogTask])
    case verdicts([Verdict])
    /// Seconds since 1970-01-01 UTC by the session's clock.
    case time(Double)
    case agreed(Bool)
}
