/// A disk image that is captured from one host and deployed to many.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Image: NamedEntity {
    /// FOG's class name.
    public static let className: String = "image"

    public var id: ImageID
    public var name: String = ""
    public var description: String?
    public var path: String?
    public var imageTypeID: Int = 0
    public var imagetypename: String?
    public var imagePartitionTypeID: Int = 0
    public var imageparttypename: String?
    public var osID: Int = 0
    public var osname: String?
    public var isEnabled: Bool = false
    public var protected: Bool = false
    public var size: String?
    public var srvsize: Int = 0
    public var format: String?
    public var compress: Int = 0
    public var toReplicate: Bool = false
    public var storagegroupname: String?
    public var createdTime: Int?
    public var createdBy: String?
    public var deployed: Int?

    /// Makes an image whose fields are all unset.
    public init(id: ImageID) {
        self.id = id
    }
}

extension Image {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/image/ID`.
    public static let fields: [Field<Image>] = [
        .identifier(\.id, "number of the image"),
        .name("name", \.name, "name, 1 to 40 characters"),
        .text("description", \.description, "free text"),
        .text("path", \.path, "folder on the storage node"),
        .integer("imageTypeID", \.imageTypeID, "number of the image type; 1 is a single resizable disk"),
        .text("imagetypename", \.imagetypename, "name of the image type"),
        .integer("imagePartitionTypeID", \.imagePartitionTypeID, "which partitions; 1 is all"),
        .text("imageparttypename", \.imageparttypename, "which partitions, in words"),
        .integer("osID", \.osID, "number of the operating system"),
        .text("osname", \.osname, "name of the operating system"),
        .flag("isEnabled", \.isEnabled, "whether the image may be deployed"),
        .flag("protected", \.protected, "whether the image may not be captured over"),
        .text("size", \.size, "size on the client as the server notes it"),
        .integer("srvsize", \.srvsize, "bytes on the server; 0 where it has not counted"),
        .text("format", \.format, "number of the storage format"),
        .integer("compress", \.compress, "compression level"),
        .flag("toReplicate", \.toReplicate, "whether the image is copied to other storage nodes"),
        .text("storagegroupname", \.storagegroupname, "name of the primary storage group"),
        .time("createdTime", \.createdTime, "when the image was made"),
        .text("createdBy", \.createdBy, "who made the image"),
        .time("deployed", \.deployed, "when the image was last captured"),
    ]
}
