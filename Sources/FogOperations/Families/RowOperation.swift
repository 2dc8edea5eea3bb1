package import FogModel

/// What can be asked about the rows of any class that has a type.
package enum RowOperation: OperationFamily {
    /// Lists the rows whose fields have these values, all where there are none; answered by `rows`.
    case list(EntityClass, [String: FieldValue])
    /// Gets one row; answered by `rows` with one, or with none where there is no such row.
    case find(EntityClass, RowKey)
    /// Makes a row of values by field; answered by `rows` with the new one.
    case create(EntityClass, [String: FieldValue])
    /// Makes a storage node, which takes an account of the file transfer; answered by `rows` with the new one.
    case createStorageNode([String: FieldValue], user: SealedText, password: SealedText)
    /// Changes a row, `none` clears a field; answered by `rows` with the row as it is now.
    case update(EntityClass, Int, [String: FieldValue])
    /// Deletes a row; answered by `rows` with the row as it was.
    case delete(EntityClass, Int)
    /// Sets or clears a field that no row shows, such as a password; answered by `done`.
    case setSecret(EntityClass, Int, field: String, SealedText?)

    package var name: String {
        switch self {
        case .list(let entity, _): "list" + entity.pluralTitle
        case .find(let entity, _): "find" + entity.title
        case .create(let entity, _): "create" + entity.title
        case .createStorageNode: "createStorageNode"
        case .update(let entity, _, _): "update" + entity.title
        case .delete(let entity, _): "delete" + entity.title
        case .setSecret(let entity, _, _, _): "setSecretOf" + entity.title
        }
    }

    package var effect: Effect {
        switch self {
        case .list, .find: .read
        case .update(.setting, _, _), .setSecret(.setting, _, _, _), .create(.setting, _): .setting
        case .create(let entity, _), .update(let entity, _, _), .setSecret(let entity, _, _, _):
            .write(className: entity.rawValue)
        case .createStorageNode: .write(className: EntityClass.storageNode.rawValue)
        case .delete(let entity, _): .delete(className: entity.rawValue)
        }
    }

    package var subjects: [HostID] {
        switch self {
        case .update(.host, let number, _), .delete(.host, let number), .setSecret(.host, let number, _, _):
            HostID(number).map { [$0] } ?? []
        case .create(_, let values):
            if case .integer(let number)? = values["hostID"], let host = HostID(number) { [host] } else { [] }
        default: []
        }
    }
}

/// One row as a script names it, of whichever class.
package enum RowKey: Hashable, Codable, Sendable {
    /// By number, 1 or more.
    case id(Int)
    /// By its exact name, compared without case as the server does.
    case name(String)

    /// Takes the key of a row of a certain class.
    package init<Row: Entity>(_ key: Key<Row>) {
        switch key {
        case .id(let id): self = .id(id.number)
        case .name(let name): self = .name(name)
        }
    }

    /// Key of a row of a certain class; nil for a number that names no row.
    package func of<Row: Entity>(_ type: Row.Type) -> Key<Row>? {
        switch self {
        case .id(let number): Identifier<Row>(number).map { .id($0) }
        case .name(let name): .name(name)
        }
    }
}

/// A secret on its way to the server: it crosses between processes, and does not print.
package struct SealedText: Hashable, Codable, Sendable, CustomStringConvertible, CustomReflectable {
    private let text: String

    /// Takes a text.
    package init(_ text: String) {
        self.text = text
    }

    /// Gives the secret itself.
    package func unsealed() -> Secret { Secret(text) }

    /// Says only that it is a secret.
    package var description: String { "(secret)" }
    /// Shows nothing.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
