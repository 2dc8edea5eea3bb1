/// A value for people to look at: what it is made of within limits, and not yet a text.
///
/// Made without a request to the server and without running code of a script.
package indirect enum ShownValue: Hashable, Codable, Sendable {
    /// Nil.
    case none
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(ShownText)
    /// One object of `fog`, with its fields.
    case object(ShownObject)
    /// A list of objects of one class, as a table.
    case rows(ShownRows)
    /// Any other table.
    case table(ShownTable)
    /// A function, with the name of its declaration, as in `fog.task`; nil where it has none.
    case function(name: String?)
    /// What has no content to show, by Lua's name of its type, as in `thread`.
    case other(String)
    /// A table that lies within itself, so many levels up; 1 is the one around it.
    case repeated(up: Int)
    /// A table below the deepest level, with its count of entries.
    case deeper(Int)
}

/// How much of a value is shown.
package struct ShownLimits: Hashable, Codable, Sendable {
    /// Rows of a list of objects.
    package var rows: Int
    /// Entries of tables, over all levels.
    package var items: Int
    /// Levels of tables within each other.
    package var depth: Int
    /// Bytes of a text.
    package var text: Int

    /// Makes limits.
    package init(rows: Int = 50, items: Int = 200, depth: Int = 4, text: Int = 4096) {
        self.rows = rows
        self.items = items
        self.depth = depth
        self.text = text
    }
}

/// A text, or its beginning.
package struct ShownText: Hashable, Codable, Sendable {
    /// Text, or as much of it as is shown, with U+FFFD for what is no UTF-8; it may hold escape sequences.
    package var text: String
    /// Bytes of the whole text.
    package var size: Int
    /// Whether it is cut.
    package var isCut: Bool

    /// Makes a text.
    package init(_ text: String, size: Int? = nil, isCut: Bool = false) {
        self.text = text
        self.size = size ?? text.utf8.count
        self.isCut = isCut
    }
}

/// An object of `fog` with its fields.
package struct ShownObject: Hashable, Codable, Sendable {
    /// Name of its class, as in `Host`.
    package var className: String
    /// Object in one line, as `tostring` gives it.
    package var line: String
    /// Fields in the order of their declaration; those that are nil too.
    package var fields: [ShownField]

    /// Makes an object.
    package init(className: String, line: String, fields: [ShownField]) {
        self.className = className
        self.line = line
        self.fields = fields
    }
}

/// A field of an object.
package struct ShownField: Hashable, Codable, Sendable {
    /// Name.
    package var name: String
    /// Whether it is a time in seconds since 1970.
    package var isTime: Bool
    /// Value.
    package var value: ShownValue

    /// Makes a field.
    package init(_ name: String, isTime: Bool = false, _ value: ShownValue) {
        self.name = name
        self.isTime = isTime
        self.value = value
    }
}
