/// A way to store disks in an image: resizable, as they are, raw.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct ImageType: NamedEntity {
    /// FOG's class name.
    public static let className: String = "imagetype"

    public var id: ImageTypeID
    public var name: String = ""
    public var type: String?

    /// Makes an image type whose fields are all unset.
    public init(id: ImageTypeID) {
        self.id = id
    }
}

extension ImageType {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/imagetype/ID`.
    public static let fields: [Field<ImageType>] = [
        .identifier(\.id, "number of the image type"),
        .name("name", \.name, "name"),
        .text("type", \.type, "FOG's short word: n, mps, mpa or dd"),
    ]
}
