import FogModel
import FogSession
import LuaKit
import ScriptAPI

/// An object whose fields can be read without a request.
protocol ShowableObject: ScriptObject {
    /// Fields in the order of their declaration.
    static var shownFields: [ShownColumn] { get }
    /// Object in one line.
    var shownLine: String { get }

    /// Value of the field at a place among ``shownFields``.
    func shownValue(at place: Int) -> LuaValue
}

extension EntityObject: ShowableObject {
    static var shownFields: [ShownColumn] { Row.scriptFields.map(\.column) }
    var shownLine: String { row.line }

    func shownValue(at place: Int) -> LuaValue { Row.scriptFields[place].get(row).luaValue }
}

extension Field {
    /// What a table of rows says of it.
    fileprivate var column: ShownColumn {
        let isNumber =
            switch kind {
            case .integer, .reference, .number: true
            default: false
            }
        return ShownColumn(name, isNumber: isNumber, isTime: kind == .time)
    }
}

/// An object with declared fields that is no row of the server.
protocol DeclaredObject: ShowableObject, CustomStringConvertible {
    /// Fields that scripts see.
    static var fields: [ObjectField<Self>] { get }
}

extension DeclaredObject {
    static var shownFields: [ShownColumn] {
        fields.map { field in
            let isNumber = field.type.alternatives.allSatisfy { ["integer", "number"].contains($0) }
            return ShownColumn(field.name, isNumber: isNumber)
        }
    }
    var shownLine: String { description }

    func shownValue(at place: Int) -> LuaValue { Self.fields[place].get(self) }
}

extension ErrorObject: DeclaredObject {}
extension HostResultObject: DeclaredObject {}
extension VerdictObject: DeclaredObject {}
extension ProgressObject: DeclaredObject {}
extension ReasonObject: DeclaredObject {}
extension SnapinWorkObject: DeclaredObject {}
extension MulticastObject: DeclaredObject {}
extension PluginObject: DeclaredObject {}
extension ServerObject: DeclaredObject {}
