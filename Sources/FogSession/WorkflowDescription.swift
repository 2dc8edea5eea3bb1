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
    /// Most different hosts that it changes; nil where it does not say.
    package var maxHosts: Int?

    /// Makes a description.
    package init(
        summary: String,
        details: String? = nil,
        parameters: [ParameterDescription] = [],
        permissions: [String] = [],
        maxHosts: Int? = nil
    ) {
        self.summary = summary
        self.details = details
        self.parameters = parameters
        self.permissions = permissions
        self.maxHosts = maxHosts
    }
}
