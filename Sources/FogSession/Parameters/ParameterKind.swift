/// What a parameter of a workflow holds.
package enum ParameterKind: String, Codable, Sendable, CaseIterable {
    case string
    case integer
    case number
    case boolean
    /// One of ``ParameterDescription/choices``.
    case choice
    /// Seconds; written as `90`, `90s`, `15m`, `2h`, `1d`.
    case duration
    /// Bytes; written as `4096`, `512M`, `4G`.
    case size
    /// An instant; written as in ``WallTime``, by the clock of the server; the script gets seconds since 1970.
    case time
    /// One host by name or number; the script gets the Host.
    case host
    /// A selector; the script gets the list of hosts.
    case hosts
    /// A group by name or number; the script gets the Group.
    case group
    /// An image by name or number; the script gets the Image.
    case image
    /// A snapin by name or number; the script gets the Snapin.
    case snapin
    /// A task type by its usual name or its number; the script gets the TaskType that the server has.
    case taskType = "task_type"
    /// A file of the person who runs the workflow; the script gets a table of its `name` and its `text`.
    case file
    /// A text that does not print; the script gets a Secret.
    case secret

    /// Whether ``ParameterDescription/minimum`` and `maximum` belong to it.
    package var isNumeric: Bool { [.integer, .number, .duration, .size].contains(self) }

    /// Most bytes of a file, and of all files of a list together.
    package static let fileLimit: Int = 8 << 20
}
