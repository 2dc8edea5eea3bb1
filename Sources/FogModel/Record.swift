/// A row of any class, known by the names of its members only.
///
/// Classes that Foghorn knows have a type of their own, as ``Host``; this is for the rest, and for what plugins add.
public struct Record: Hashable, Codable, Sendable {
    /// Class of the row, as in `history`.
    public var className: String
    /// Row's number; nil where the server gave none.
    public var id: Int?
    /// Members in the server's order, `id` among them; secrets are ``DataValue/secret``.
    public var members: [DataValue.Member]

    /// Makes a row of its members; its number is their `id`.
    public init(_ className: String, _ members: [DataValue.Member]) {
        self.className = className
        self.members = members
        id = members.first { $0.name == "id" }?.value.integer
    }

    /// Gives the value of a member; nil where there is none of that name.
    public subscript(name: String) -> DataValue? {
        members.first { $0.name == name }?.value
    }

    /// Names the row for people, as in `history 12` or `windowskey 3 "Room A"`.
    public var label: String {
        let number = id.map { "\(className) \($0)" } ?? className
        guard let name = self["name"]?.text, !name.isEmpty else { return number }
        return "\(number) \"\(name)\""
    }
}

extension Record: CustomStringConvertible {
    /// Class and members on one line; secrets say only that they are.
    public var description: String { "\(className) \(DataValue.map(members))" }
}
