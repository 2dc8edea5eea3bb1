import FogAPI
import FogModel

/// What was read from an answer, to be compared with what was sent.
struct AnswerYield: Sendable {
    /// Rows and elements.
    var values: Int
    /// Bytes of all texts.
    var textBytes: Int

    /// Counts by hand.
    init(values: Int = 0, textBytes: Int = 0) {
        self.values = values
        self.textBytes = textBytes
    }

    /// Counts what is in rows.
    init<Owner: Entity>(_ rows: [Owner]) {
        self.init(values: rows.count)
        for row in rows {
            for field in Owner.fields { add(field.get(row)) }
        }
    }

    /// Counts what is in rows without a type.
    init(_ records: [Record]) {
        self.init(values: records.count)
        for record in records { add(.map(record.members)) }
    }

    /// Counts what is in an answer to a request of any kind.
    init(_ answer: RawAnswer) {
        self.init()
        switch answer.body {
        case .empty, .keptBack: break
        case .data(let value): add(value)
        case .text(let text): textBytes += text.utf8.count
        }
    }

    private mutating func add(_ value: DataValue) {
        values += 1
        switch value {
        case .null, .bool, .integer, .number, .secret: break
        case .text(let text): textBytes += text.utf8.count
        case .list(let elements): for element in elements { add(element) }
        case .map(let members):
            for member in members {
                textBytes += member.name.utf8.count
                add(member.value)
            }
        }
    }

    private mutating func add(_ value: FieldValue) {
        switch value {
        case .none, .integer, .flag, .number: break
        case .text(let text): textBytes += text.utf8.count
        case .texts(let texts):
            values += texts.count
            textBytes += texts.reduce(0) { $0 + $1.utf8.count }
        case .integers(let numbers): values += numbers.count
        }
    }

    /// Whether no more was made of an answer than lies in it.
    ///
    /// The shortest row is `{"id":1}`, the shortest element `1,`; a byte that is no UTF-8 becomes the three bytes of
    /// U+FFFD, and one text may stand in two fields.
    func fits(_ size: Int) -> Bool {
        values <= size && textBytes <= 6 * size + 100
    }
}
