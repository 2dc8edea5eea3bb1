/// A row of a FOG server as a value: a host, an image, a task.
public protocol Entity: Hashable, Codable, Sendable {
    /// FOG's class name in a path, as in `host`.
    static var className: String { get }
    /// Fields in the order in which people read them.
    static var fields: [Field<Self>] { get }
    /// Row's number on its server.
    var id: Identifier<Self> { get }
    /// Row's name; unique within its class on one server, compared without case.
    var name: String { get }
    /// Makes a row whose fields are all unset.
    ///
    /// - Parameter id: row's number.
    init(id: Identifier<Self>)
}

extension Entity {
    /// Names the row for people, as in `host 12 "pc-12"`.
    public var label: String { "\(Self.className) \(id) \"\(name)\"" }
}
