/// A row of a FOG server as a value: a host, an image, a task, an address.
public protocol Entity: Hashable, Codable, Sendable {
    /// FOG's class name in a path, as in `host`; where 1.5 and 1.6 differ it is 1.6's, but for `imaginglog`.
    static var className: String { get }
    /// Fields in the order in which people read them.
    static var fields: [Field<Self>] { get }
    /// Row's number on its server.
    var id: Identifier<Self> { get }
    /// Names the row for people, as in `host 12 "pc-12"` or `inventory of host 12`.
    var label: String { get }
    /// Makes a row whose fields are all unset.
    ///
    /// - Parameter id: row's number.
    init(id: Identifier<Self>)
}

extension Entity {
    /// Class and number, as in `snapinjob 12`.
    public var label: String { "\(Self.className) \(id)" }
}

/// A row that has a name.
public protocol NamedEntity: Entity {
    /// Row's name; unique within its class on one server, compared without case.
    var name: String { get }
}

extension NamedEntity {
    /// Class, number and name, as in `host 12 "pc-12"`.
    public var label: String { "\(Self.className) \(id) \"\(name)\"" }
}
