/// One row as a script names it.
public enum Key<Owner: Entity>: Hashable, Codable, Sendable, CustomStringConvertible {
    /// By number.
    case id(Identifier<Owner>)
    /// By its exact name, compared without case as the server does.
    case name(String)

    /// Number, or the name in quotes.
    public var description: String {
        switch self {
        case .id(let id): String(id.number)
        case .name(let name): "\"\(name)\""
        }
    }
}
