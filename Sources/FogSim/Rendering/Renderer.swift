/// Turns rows into the JSON that the server shows of them.
struct Renderer {
    let store: Store
    /// Version whose shapes are written.
    let dialect: FogSim.Dialect
    /// How columns of whole numbers are written.
    let typing: FogSim.Typing
    /// Whether texts are HTML-escaped; paths that hold the letters `service` are not.
    let isEscaping: Bool
    /// Addresses of storage nodes that do not answer, shown as `online: false`.
    let unreachable: Set<String>
    /// Simulated time as seconds since 1970.
    let now: Int
    /// Seconds by which FOG's zone is east of Greenwich.
    let zone: Int
    /// Whether secrets of nodes and settings are shown as asterisks.
    var isMasking = false
    var writer: WireWriter
    var cache: FragmentCache
    /// Whether what is written is a row of a list.
    var isFlat = false
    /// Image that a host shows instead of its own, inside a task.
    var taskImage: Int?
    /// State that a snapin job shows instead of its own, inside a snapin task.
    var snapinTaskState: Int?

    /// Writes the whole object of a row, as its class shows it.
    ///
    /// Further members stand at the end, as `more` writes them.
    mutating func object(_ row: Row, inList: Bool, more: (inout Renderer) -> Void = { _ in }) {
        isFlat = inList
        writer.beginObject()
        for member in inList ? row.schema.listMembers : row.schema.members {
            switch member.source {
            case .column(let ordinal):
                writer.key(quoted: member.quotedKey)
                cell(row, ordinal)
            case .computed(let write):
                writer.key(quoted: member.quotedKey)
                write(row, &self)
            case .optional(let write): write(row, &self)
            case .hidden: break
            }
        }
        more(&self)
        writer.endObject()
    }

    /// Writes a key with its value.
    mutating func member(_ key: String, _ value: (inout Renderer) -> Void) {
        writer.key(key)
        value(&self)
    }

    /// Writes a row's columns alone, as they stand inside another object; all null where there is no such row.
    mutating func nested(_ table: String, _ id: Int) {
        let wasFlat = isFlat
        isFlat = false
        cached(.row(table, id, isEscaping: isEscaping)) { $0.columns(table, id) }
        isFlat = wasFlat
    }

    private mutating func columns(_ table: String, _ id: Int) {
        let table = store[table]
        writer.beginObject()
        let row = table[id]
        for member in table.schema.nestedColumns {
            writer.key(quoted: member.quotedKey)
            if let row, case .column(let ordinal) = member.source { cell(row, ordinal) } else { writer.null() }
        }
        for name in table.schema.emptyWhenNested {
            writer.key(name)
            empty()
        }
        writer.endObject()
    }

    /// Writes an object inside another one, from the cache where it has been rendered before.
    mutating func cached(_ key: FragmentCache.Key, _ render: (inout Renderer) -> Void) {
        if let fragment = cache[key] { return writer.fragment(fragment) }
        // Swapped, so that what is written so far has one owner and is not copied.
        var other = writer.forFragment()
        swap(&writer, &other)
        render(&self)
        swap(&writer, &other)
        let fragment = other.bytes
        cache[key] = fragment
        writer.fragment(fragment)
    }

    /// Writes an empty object.
    mutating func empty() {
        writer.beginObject()
        writer.endObject()
    }

    /// Writes a text as the server shows texts.
    mutating func text(_ text: String) { writer.string(isEscaping ? Markup.escape(text) : text) }

    /// Writes a row's number as the server shows numbers of its database.
    mutating func identifier(_ id: Int) {
        if typing == .php7 { writer.string(String(id)) } else { writer.number(id) }
    }

    private func isMasked(_ row: Row, _ column: String) -> Bool {
        switch (row.schema.name, column) {
        case ("storagenode", "pass"): true
        case ("service", "value"): Tables16.isSecret(setting: row.name)
        default: false
        }
    }

    /// Writes what FOG 1.6 shows of a date or link that is not set; rows of the betas hold an empty text.
    mutating func unset() {
        if isFlat, dialect == .fog16beta { writer.string("") } else { writer.null() }
    }

    private mutating func cell(_ row: Row, _ ordinal: Int) {
        switch row.cells[ordinal] {
        case .null: writer.null()
        case .integer(0) where dialect.isFog16 && row.schema.columns[ordinal].isLink: unset()
        case .text(Column.zeroDate) where dialect.isFog16: unset()
        case .integer(let number):
            if let table = row.schema.columns[ordinal].table, store[table][number] == nil { return writer.null() }
            identifier(number)
        case .text where isMasking && isMasked(row, row.schema.columns[ordinal].name): writer.string("********")
        case .text(let value): text(value)
        }
    }
}
