import FogModel
import FogOperations
import LuaKit
import ScriptAPI

/// What storage nodes need beyond what holds for all classes: the account of their file transfer.
enum StorageNodeFunctions {
    static let create = FogFunction(
        "fog.storage_node_create",
        "Makes a storage node.",
        Parameter<StorageNodeDraftOptions>("storage_node", "what it is made of; what is absent gets a default"),
        details: "FOG does not try whether the server answers: look at the field online afterwards.",
        returns: Parameter<EntityObject<StorageNode>>(result: "storage_node", "the node as the server now has it"),
        operation: "createStorageNode",
        errors: ["conflict", "invalid_argument", "uncertain"],
        example: """
            print(fog.storage_node_create({
              name = "Cellar", ip = "10.0.0.9", path = "/images", ftppath = "/images",
              user = "fogproject", pass = "from a secret parameter",
            }))
            """
    ) { fog, draft in
        guard let user = draft.user?.sealed, let password = draft.password?.sealed else {
            throw FogError(.invalidArgument, "a storage node needs user and pass")
        }
        let operation = RowOperation.createStorageNode(draft.values, user: user, password: password)
        return try Asking.row(StorageNode.self, .rows(operation)).map(fog.object)
    }
}

/// What a new storage node is made of, as a table by field.
struct StorageNodeDraftOptions: LuaOptionTable {
    var values: [String: FieldValue] = [:]
    var user: SecretArgument?
    var password: SecretArgument?

    static let options: [LuaOption<StorageNodeDraftOptions>] =
        [
            .init("user", \.user, isRequired: true, "account of the file transfer, best from a secret parameter"),
            .init("pass", \.password, isRequired: true, "password of that account, best from a secret parameter"),
        ]
        + StorageNode.fields.filter { StorageNode.writable.contains($0.name) }.map { field in
            let isRequired = ["name", "ip", "path", "ftppath"].contains(field.name)
            return valueOption(field.name, field.kind, isRequired: isRequired, field.help) { $0.values[$1] = $2 }
        }

    init() {}
}
