/// All that is known of a module that scripts require.
public struct ModuleSpec: Hashable, Codable, Sendable {
    /// Name for `require`, as in `flow`.
    public var name: String
    /// One sentence, verb in -s.
    public var summary: String
    /// Further paragraphs; nil where the summary says it all.
    public var details: String?
    /// Functions, and methods of its own objects, in the order of the file.
    public var functions: [FunctionSpec]
    /// Its own objects, and its tables of options.
    public var classes: [ClassSpec]

    /// Makes a specification.
    public init(
        name: String,
        summary: String,
        details: String? = nil,
        functions: [FunctionSpec] = [],
        classes: [ClassSpec] = []
    ) {
        self.name = name
        self.summary = summary
        self.details = details
        self.functions = functions
        self.classes = classes
    }
}
