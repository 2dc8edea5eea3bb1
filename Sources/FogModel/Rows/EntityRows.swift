/// Rows of one class, whichever it is, in a form that crosses between processes.
package struct EntityRows: Sendable {
    /// Class of the rows.
    package let entityClass: EntityClass
    private let rows: any Rows

    private typealias Rows = Hashable & Codable & Sendable

    /// Wraps rows.
    package init<Row: Entity>(_ rows: [Row]) {
        entityClass = EntityClass(Row.self)
        self.rows = rows
    }

    /// How many there are.
    package var count: Int {
        func count<Value>(_ rows: Value) -> Int { (rows as? any Collection)?.count ?? 0 }
        return count(rows)
    }

    /// Gives the rows; nil where they are of another class.
    package func of<Row: Entity>(_ type: Row.Type) -> [Row]? { rows as? [Row] }
}

extension EntityRows: Hashable {
    /// Compares class and rows.
    package static func == (one: Self, other: Self) -> Bool {
        func equals<Value: Equatable>(_ value: Value) -> Bool { value == other.rows as? Value }
        return one.entityClass == other.entityClass && equals(one.rows)
    }

    /// Hashes class and rows.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(entityClass)
        rows.hash(into: &hasher)
    }
}

extension EntityRows: Codable {
    private enum CodingKeys: String, CodingKey {
        case entityClass = "class"
        case rows
    }

    /// Reads the class, and the rows as it says.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        entityClass = try container.decode(EntityClass.self, forKey: .entityClass)
        func decode<Row: Entity>(_ type: Row.Type) throws -> any Rows {
            try container.decode([Row].self, forKey: .rows)
        }
        rows = try decode(entityClass.type)
    }

    /// Writes class and rows.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entityClass, forKey: .entityClass)
        func write<Value: Encodable>(_ rows: Value) throws { try container.encode(rows, forKey: .rows) }
        try write(rows)
    }
}
