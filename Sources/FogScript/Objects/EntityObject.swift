import FogModel
import LuaKit
import ScriptAPI

/// A row of the server as scripts handle it: read-only, with FOG's own field names.
final class EntityObject<Row: ScriptEntity>: RowObject {
    /// Values of the row's fields in their order; scripts read them often, and reading a row by key path is slow.
    let record: LuaRecord
    /// The row as the server last gave it.
    let row: Row
    let place: FogPlace
    /// Rows that this one names by number, shared with those of the same answer.
    let related: RelatedRows

    static var typeName: String { Row.scriptName }
    var number: Int { row.id.number }

    init(_ row: Row, of place: FogPlace, related: RelatedRows = RelatedRows()) {
        self.row = row
        self.place = place
        self.related = related
        record = LuaRecord(Row.scriptFields.map { $0.get(row).luaValue })
    }

    /// Bytes that count against the script's memory.
    var charge: Int { 112 + record.size }
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
}
