/// All that is known of a function that scripts can call: help, stubs and manual are rendered from it.
public struct FunctionSpec: Hashable, Codable, Sendable {
    /// Path by which scripts call it, as in `fog.task`.
    public var name: String
    /// Method that does the same with its first argument as receiver, as in `Host:task`; nil where there is none.
    public var method: String?
    /// One sentence, verb in -s.
    public var summary: String
    /// Further sentences; nil where the summary says it all.
    public var details: String?
    /// Parameters in order.
    public var parameters: [ParameterSpec]
    /// What it returns, in order; empty for nothing.
    public var results: [ParameterSpec]
    /// Name of the operation that it asks for, as in `createTask`; nil for a function that asks for none.
    public var operation: String?
    /// Codes of the errors that it raises beside those of its arguments.
    public var errors: [String]
    /// Source of the facts that we did not choose; nil where there are none.
    public var origin: String?
    /// A few lines of Lua that show it and run against the simulated lab; nil where there are none.
    public var example: String?

    /// Makes a specification.
    public init(
        name: String,
        method: String? = nil,
        summary: String,
        details: String? = nil,
        parameters: [ParameterSpec] = [],
        results: [ParameterSpec] = [],
        operation: String? = nil,
        errors: [String] = [],
        origin: String? = nil,
        example: String? = nil
    ) {
        self.name = name
        self.method = method
        self.summary = summary
        self.details = details
        self.parameters = parameters
        self.results = results
        self.operation = operation
        self.errors = errors
        self.origin = origin
        self.example = example
    }
}

/// A parameter, or what a function returns.
public struct ParameterSpec: Hashable, Codable, Sendable {
    /// Name for messages and help, in snake_case.
    public var name: String
    /// What it holds.
    public var type: LuaTypeSpec
    /// One line for people, without a full stop.
    public var help: String

    /// Makes a parameter.
    public init(_ name: String, _ type: LuaTypeSpec, _ help: String) {
        self.name = name
        self.type = type
        self.help = help
    }
}
