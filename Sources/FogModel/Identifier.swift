/// Number by which a FOG server knows one of its rows.
///
/// The type parameter keeps the number of a host apart from the number of an image.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Number as the server counts: 1 or more.
    public let number: Int

    /// Makes an identifier, or nothing where the number cannot name a row.
    ///
    /// - Parameter number: row's number; FOG writes 0 for "none", which gives nil.
    public init?(_ number: Int) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Compares by number.
    public static func < (one: Self, other: Self) -> Bool { one.number < other.number }

    /// Number in decimal digits.
    public var description: String { String(number) }
}

extension Identifier: Codable {
    /// Reads a positive number.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for 0 and below.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int.self)
        guard let identifier = Self(number) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(number) names no row")
        }
        self = identifier
    }

    /// Writes the number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

/// Number of a host.
public typealias HostID = Identifier<Host>
/// Number of an image.
public typealias ImageID = Identifier<Image>
/// Number of a group.
public typealias GroupID = Identifier<Group>
/// Number of a task.
public typealias TaskID = Identifier<FogTask>
/// Number of a task type, by the server's own table.
public typealias TaskTypeID = Identifier<TaskType>
/// Number of a snapin.
public typealias SnapinID = Identifier<Snapin>
