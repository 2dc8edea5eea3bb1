/// A choice of the partitions that an image holds.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct ImagePartitionType: NamedEntity {
    /// FOG's class name.
    public static let className: String = "imagepartitiontype"

    public var id: ImagePartitionTypeID
    public var name: String = ""
    public var type: String?

    /// Makes a partition type whose fields are all unset.
    public init(id: ImagePartitionTypeID) {
        self.id = id
    }
}

extension ImagePartitionType {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/imagepartitiontype/ID`.
    public static let fields: [Field<ImagePartitionType>] = [
        .identifier(\.id, "number of the partition type"),
        .name("name", \.name, "name"),
        .text("type", \.type, "FOG's short word: all, mbr, or the number of one partition"),
    ]
}
