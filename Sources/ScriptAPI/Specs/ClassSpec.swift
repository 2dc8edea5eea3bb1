/// All that is known of a class of objects, or of the tables of a kind.
public struct ClassSpec: Hashable, Codable, Sendable {
    /// Name in messages and annotations, as in `Host`.
    public var name: String
    /// One sentence.
    public var summary: String
    /// Fields in the order in which `pairs` gives them.
    public var fields: [ParameterSpec]

    /// Makes a specification.
    public init(name: String, summary: String, fields: [ParameterSpec]) {
        self.name = name
        self.summary = summary
        self.fields = fields
    }
}
