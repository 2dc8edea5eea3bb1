/// What a workflow says of itself before it runs.
package struct WorkflowDescription: Hashable, Codable, Sendable {
    /// One line.
    package var summary: String
    /// Further text for the help; nil where there is none.
    package var details: String?
    /// Parameters in the order of their names.
    package var parameters: [ParameterDescription]
    /// What it asks to be granted, in the words of permissions.
    package var permissions: [String]

    /// Makes a description.
    package init(
        summary: String,
        details: String? = nil,
        parameters: [ParameterDescription] = [],
        permissions: [String] = []
    ) {
        self.summary = summary
        self.details = details
        self.parameters = parameters
        self.permissions = permissions
    }
}

/// One parameter of a workflow; on the command line a flag of the same name.
package struct ParameterDescription: Hashable, Codable, Sendable {
    /// What a parameter holds.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case string
        case integer
        case number
        case boolean
        /// One of ``ParameterDescription/choices``.
        case choice
        /// Seconds; written as `90`, `90s`, `15m`, `2h`, `1d`.
        case duration
        /// One host by name or number; the script gets the Host.
        case host
        /// A selector; the script gets the list of hosts.
        case hosts
        /// A group by name or number; the script gets the Group.
        case group
        /// An image by name or number; the script gets the Image.
        case image
    }

    /// Name in snake_case; `--max-age` on the command line is `max_age` here.
    package var name: String
    /// What it holds.
    package var kind: Kind
    /// Whether it must be given.
    package var isRequired: Bool
    /// Value where none is given; `none` where there is no default.
    package var fallback: ScriptValue
    /// Smallest number allowed; nil is no bound.
    package var minimum: Double?
    /// Largest number allowed; nil is no bound.
    package var maximum: Double?
    /// Allowed words of a choice.
    package var choices: [String]
    /// One line for people.
    package var help: String

    /// Makes a description of a parameter.
    package init(
        name: String,
        kind: Kind,
        isRequired: Bool = false,
        fallback: ScriptValue = .none,
        minimum: Double? = nil,
        maximum: Double? = nil,
        choices: [String] = [],
        help: String = ""
    ) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.fallback = fallback
        self.minimum = minimum
        self.maximum = maximum
        self.choices = choices
        self.help = help
    }
}
