import FogModel
import LuaKit
import ScriptAPI

/// A row of the server as scripts handle it: read-only, with FOG's own field names.
final class EntityObject<Row: ScriptEntity>: RowObject {
    /// Values of the row's fields in their order; scripts read them often, and reading a row by key path is slow.
    let values: [LuaValue]
    /// Bytes that count against the script's memory.
    let charge: Int
    /// The row as the server last gave it.
    let row: Row
    let server: String?
    /// Rows that this one names by number, shared with those of the same answer.
    let related: RelatedRows

    static var typeName: String { Row.scriptName }
    var number: Int { row.id.number }

    init(_ row: Row, of server: String?, related: RelatedRows = RelatedRows()) {
        self.row = row
        self.server = server
        self.related = related
        let fields = Row.scriptFields.map { $0.get(row) }
        values = fields.map(\.luaValue)
        charge = fields.reduce(96) { $0 + MemoryLayout<LuaValue>.stride + $1.size }
    }
}

/// An object that stands for a row of a server.
protocol RowObject: ServedObject {
    /// Number of the row.
    var number: Int { get }
}

extension EntityObject: CustomStringConvertible {
    var description: String { row.line }
}

extension FieldValue {
    /// Value as scripts see it.
    var luaValue: LuaValue {
        switch self {
        case .none: .nil
        case .integer(let number): .integer(number)
        case .text(let text): LuaValue(text)
        case .flag(let flag): .boolean(flag)
        case .texts(let texts): LuaValue(texts.map { LuaValue($0) })
        case .number(let number): .number(number)
        case .integers(let numbers): LuaValue(numbers.map { .integer($0) })
        }
    }

    /// Bytes that it takes, about.
    fileprivate var size: Int {
        switch self {
        case .none, .integer, .flag, .number: 8
        case .text(let text): 16 + (text.utf8.count > 15 ? text.utf8.count + 32 : 0)
        case .texts(let texts): 40 + texts.reduce(0) { $0 + 48 + $1.utf8.count }
        case .integers(let numbers): 40 + 16 * numbers.count
        }
    }
}
