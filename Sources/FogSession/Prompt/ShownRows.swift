/// A list of objects of one class, as a table.
package struct ShownRows: Hashable, Codable, Sendable {
    /// Name of the class, as in `Host`.
    package var className: String
    /// Columns in the order in which they are to be shown.
    package var columns: [ShownColumn]
    /// Names of all fields that could be columns.
    package var fields: [String]
    /// Values of each row, as many as there are columns.
    package var rows: [[ShownValue]]
    /// Place of the first of these rows in the list, from 1.
    package var first: Int
    /// Length of the whole list.
    package var count: Int

    /// Makes rows.
    package init(
        className: String,
        columns: [ShownColumn],
        fields: [String],
        rows: [[ShownValue]],
        first: Int = 1,
        count: Int
    ) {
        self.className = className
        self.columns = columns
        self.fields = fields
        self.rows = rows
        self.first = first
        self.count = count
    }
}

/// A column of a table of objects.
package struct ShownColumn: Hashable, Codable, Sendable {
    /// Name of the field.
    package var name: String
    /// Whether its values are numbers, which stand on the right.
    package var isNumber: Bool
    /// Whether its values are times in seconds since 1970.
    package var isTime: Bool

    /// Makes a column.
    package init(_ name: String, isNumber: Bool = false, isTime: Bool = false) {
        self.name = name
        self.isNumber = isNumber
        self.isTime = isTime
    }
}

/// A table, or as much of it as is shown.
package struct ShownTable: Hashable, Codable, Sendable {
    /// Name that its metatable gives its kind, as in `Job`; nil for a plain one.
    package var name: String?
    /// Values at 1, 2, 3 and so on.
    package var list: [ShownValue]
    /// Length of the whole list.
    package var listCount: Int
    /// Entries under other keys: names in the order of the alphabet, then the others.
    package var entries: [ShownEntry]
    /// How many such entries the whole table has.
    package var entryCount: Int

    /// Makes a table.
    package init(
        name: String? = nil,
        list: [ShownValue],
        listCount: Int,
        entries: [ShownEntry],
        entryCount: Int
    ) {
        self.name = name
        self.list = list
        self.listCount = listCount
        self.entries = entries
        self.entryCount = entryCount
    }
}

/// An entry of a table.
package struct ShownEntry: Hashable, Codable, Sendable {
    /// Key; a text where it is a name.
    package var key: ShownValue
    /// Value.
    package var value: ShownValue

    /// Makes an entry.
    package init(_ key: ShownValue, _ value: ShownValue) {
        self.key = key
        self.value = value
    }
}

/// Which part of which value is to be shown.
package struct ShowRequest: Hashable, Codable, Sendable {
    /// Name of a global, with fields and places behind it as Lua writes them, as in `_`, `_3` or `lab.hosts[2]`.
    package var path: String
    /// Place of the first row or item of a list, from 1.
    package var first: Int
    /// Fields that are to be the columns of a table of objects; nil are those that its class names.
    package var columns: [String]?
    /// How much is shown.
    package var limits: ShownLimits

    /// Makes a request.
    package init(
        _ path: String,
        first: Int = 1,
        columns: [String]? = nil,
        limits: ShownLimits = ShownLimits()
    ) {
        self.path = path
        self.first = first
        self.columns = columns
        self.limits = limits
    }
}
