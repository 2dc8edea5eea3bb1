import FogModel

/// Reads rows of one class by the table of its fields.
///
/// Rows of one answer have their names in one order, so each name is first compared with the one that stood at the same
/// place in the row before; only where they differ is it looked up.
struct EntityReader<Owner: WireEntity> {
    /// What is done with the value of a name.
    private enum Slot {
        case field(Int)
        case object([String: Int])
        case none
    }

    /// A name of the row before and what its value was.
    private struct Guess {
        /// Bytes of its own: the next row may be of another answer.
        var name: [UInt8]
        var slot: Slot
    }

    /// Fields and how they are read, by place.
    ///
    /// Parts of `Field` side by side: to take out one whole field costs a dozen counted references, 350,000 times for
    /// 10,000 hosts.
    private struct Reading {
        let kind: [FieldKind]
        let name: [String]
        let set: [@Sendable (inout Owner, FieldValue) -> Bool]
        /// Whether it may hold a word for people instead.
        let isWorded: [Bool]
    }

    private let fields: Reading
    private let wire = Owner.wire
    private let slots: [String: Slot]
    private var guesses: [Guess] = []
    private var time: ServerTime

    /// Makes a reader.
    ///
    /// - Parameter zone: server's time zone.
    init(zone: String) {
        let places = Dictionary(Owner.fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var slots: [String: Slot] = [:]
        for (name, place) in places where !wire.dropped.contains(name) { slots[name] = .field(place) }
        for (name, field) in wire.renamed { slots[name] = places[field].map(Slot.field) }
        for (name, members) in wire.nested { slots[name] = .object(members.compactMapValues { places[$0] }) }
        self.slots = slots
        fields = Reading(
            kind: Owner.fields.map(\.kind),
            name: Owner.fields.map(\.name),
            set: Owner.fields.map(\.set),
            isWorded: Owner.fields.map { [wire] in wire.worded.contains($0.name) }
        )
        time = ServerTime(zone: zone)
    }

    /// Reads one row.
    mutating func row(_ reader: inout JSONReader) throws(JSONFault) -> Owner {
        guard let placeholder = Identifier<Owner>(.max) else { preconditionFailure("a positive number is none (bug)") }
        var owner = Owner(id: placeholder)
        var order = 0
        try reader.members { (reader, name) throws(JSONFault) in
            let slot = slot(of: name, at: order, reader)
            order += 1
            switch slot {
            case .none: try reader.skip()
            case .field(let place): try read(place, into: &owner, &reader)
            case .object(let places): try readObject(places, into: &owner, &reader)
            }
        }
        guard owner.id != placeholder else { throw reader.rowFault("a \(Owner.className) has no id") }
        wire.finish(&owner)
        return owner
    }

    private mutating func slot(of name: JSONText, at order: Int, _ reader: JSONReader) -> Slot {
        if order < guesses.count, reader.equal(name, guesses[order].name) { return guesses[order].slot }
        let slot = slots[reader.string(name)] ?? .none
        if order < guesses.count {
            guesses[order] = Guess(name: reader.copy(of: name), slot: slot)
        } else if order == guesses.count, order < 256 {
            guesses.append(Guess(name: reader.copy(of: name), slot: slot))
        }
        return slot
    }

    private mutating func read(_ place: Int, into owner: inout Owner, _ reader: inout JSONReader) throws(JSONFault) {
        let value = try value(of: place, &reader)
        // "Not set" leaves a number at its default.
        if !fields.set[place](&owner, value), value != .none {
            throw reader.rowFault("field \"\(fields.name[place])\" does not fit")
        }
    }

    private mutating func value(of place: Int, _ reader: inout JSONReader) throws(JSONFault) -> FieldValue {
        let kind = fields.kind[place]
        guard fields.isWorded[place] else { return try reader.value(kind, of: fields.name[place], &time) }
        let before = reader
        do {
            return try reader.value(kind, of: fields.name[place], &time)
        } catch  where error.kind == .mismatch {
            reader = before
            try reader.skip()
            return .none
        }
    }

    private mutating func readObject(
        _ places: [String: Int],
        into owner: inout Owner,
        _ reader: inout JSONReader
    ) throws(JSONFault) {
        // An object of nothing is written as [] or null.
        guard reader.next() == UInt8(ascii: "{") else { return try reader.skip() }
        try reader.members { (reader, name) throws(JSONFault) in
            if let place = places[reader.string(name)] {
                try read(place, into: &owner, &reader)
            } else {
                try reader.skip()
            }
        }
    }
}

extension JSONReader {
    /// Makes the error for a row that does not fit its class.
    func rowFault(_ reason: String) -> JSONFault { JSONFault(.mismatch, reason, at: place) }

    /// Compares a text byte by byte.
    func equal(_ text: JSONText, _ other: [UInt8]) -> Bool {
        let count = text.end - text.start
        guard count == other.count else { return false }
        for place in 0..<count where bytes[text.start + place] != other[place] { return false }
        return true
    }

    /// Takes the bytes of a text out of the answer.
    func copy(of text: JSONText) -> [UInt8] { (text.start..<text.end).map { bytes[$0] } }
}
