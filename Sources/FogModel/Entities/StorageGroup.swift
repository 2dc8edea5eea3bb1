/// A set of storage nodes that hold the same images.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct StorageGroup: NamedEntity {
    /// FOG's class name.
    public static let className: String = "storagegroup"

    public var id: StorageGroupID
    public var name: String = ""
    public var description: String?
    public var totalsupportedclients: Int = 0
    public var enablednodes: [StorageNodeID] = []
    public var allnodes: [StorageNodeID] = []

    /// Makes a storage group whose fields are all unset.
    public init(id: StorageGroupID) {
        self.id = id
    }
}

extension StorageGroup {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/storagegroup/ID`.
    public static let fields: [Field<StorageGroup>] = [
        .identifier(\.id, "number of the storage group"),
        .name("name", \.name, "name, 1 to 250 characters"),
        .text("description", \.description, "free text"),
        .integer("totalsupportedclients", \.totalsupportedclients, "how many hosts its nodes serve at a time"),
        .references("enablednodes", \.enablednodes, "numbers of its nodes that are switched on"),
        .references("allnodes", \.allnodes, "numbers of its nodes"),
    ]
}
