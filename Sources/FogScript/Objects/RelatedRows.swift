import FogModel
import FogOperations
import LuaKit
import ScriptAPI
import Synchronization

/// Rows that the rows of one answer name by number; each is asked for when it is first read, and kept.
///
/// The first of a class is asked for alone. Whoever reads a second one goes through a list, so all of the class are asked
/// for at once, and a list of hosts costs two requests for their images and not one each.
final class RelatedRows: Sendable {
    private struct Shelf {
        var rows: [Int: any RowObject] = [:]
        /// Requests so far.
        var asked = 0
    }

    private let shelves = Mutex<[EntityClass: Shelf]>([:])

    /// Gives the row with a number as an object; nil where there is none any more.
    func row<Row: ScriptEntity>(_ type: Row.Type, _ number: Int, _ fog: FogHandle) throws -> Ask<LuaValue> {
        let name = EntityClass(type)
        if let object = kept(name, number) { return .done(.object(object)) }
        guard let id = Identifier<Row>(number) else { return .done(.nil) }
        let asked = shelves.withLock { shelves in
            shelves[name, default: Shelf()].asked += 1
            return shelves[name, default: Shelf()].asked
        }
        guard asked == 2 else { return try one(id, fog) }
        return try Asking.all(type).then { rows in
            self.keep(rows, fog)
            // What FOG hides from lists, it tells by number.
            return try self.kept(name, number).map { .done(.object($0)) } ?? self.one(id, fog)
        }
    }

    /// Row that was asked for before; nil for one that was not.
    func kept(_ name: EntityClass, _ number: Int) -> (any RowObject)? {
        shelves.withLock { $0[name]?.rows[number] }
    }

    private func one<Row: ScriptEntity>(_ id: Identifier<Row>, _ fog: FogHandle) throws -> Ask<LuaValue> {
        let find = FogOperation.rows(.find(EntityClass(Row.self), .id(id.number)))
        return try Asking.rows(Row.self, find).map { rows in
            self.keep(rows, fog)
            return self.kept(EntityClass(Row.self), id.number).map { .object($0) } ?? .nil
        }
    }

    private func keep<Row: ScriptEntity>(_ rows: [Row], _ fog: FogHandle) {
        let objects = rows.map { EntityObject($0, of: fog.place, related: self) }
        shelves.withLock { shelves in
            for object in objects { shelves[EntityClass(Row.self), default: Shelf()].rows[object.number] = object }
        }
    }
}
