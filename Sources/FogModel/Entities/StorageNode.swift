/// A server that holds images and snapins.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct StorageNode: NamedEntity {
    /// FOG's class name.
    public static let className: String = "storagenode"

    public var id: StorageNodeID
    public var name: String = ""
    public var description: String?
    public var ip: String?
    public var storagegroupID: StorageGroupID?
    public var storagegroupname: String?
    public var isMaster: Bool = false
    public var isEnabled: Bool = false
    public var isGraphEnabled: Bool = false
    public var online: Bool?
    public var maxClients: Int = 0
    public var clientload: Double?
    public var path: String?
    public var ftppath: String?
    public var snapinpath: String?
    public var sslpath: String?
    public var webroot: String?
    public var interface: String?
    public var bandwidth: Int = 0
    public var bitrate: String?
    public var helloInterval: String?

    /// Makes a storage node whose fields are all unset.
    public init(id: StorageNodeID) {
        self.id = id
    }
}

extension StorageNode {
    /// Fields that scripts see.
    ///
    /// Account, password and key of its file transfer are left out on purpose: lists carry them in clear text.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/storagenode/ID`; `clientload` and `online` are found when it is read.
    public static let fields: [Field<StorageNode>] = [
        .identifier(\.id, "number of the storage node"),
        .name("name", \.name, "name, 1 to 250 characters"),
        .text("description", \.description, "free text"),
        .text("ip", \.ip, "address"),
        .reference("storagegroupID", \.storagegroupID, "number of its storage group"),
        .text("storagegroupname", \.storagegroupname, "name of its storage group"),
        .flag("isMaster", \.isMaster, "whether images are captured to it and copied from it"),
        .flag("isEnabled", \.isEnabled, "whether hosts may use it"),
        .flag("isGraphEnabled", \.isGraphEnabled, "whether its bandwidth is shown"),
        .flag("online", \.online, "whether its file transfer was reached; nil is not told, as in lists of FOG 1.6"),
        .integer("maxClients", \.maxClients, "how many hosts it serves at a time"),
        .number("clientload", \.clientload, "hosts it serves, as a share of `maxClients`; nil is not told"),
        .text("path", \.path, "folder of the images"),
        .text("ftppath", \.ftppath, "folder of the images by file transfer"),
        .text("snapinpath", \.snapinpath, "folder of the snapins"),
        .text("sslpath", \.sslpath, "folder of the keys"),
        .text("webroot", \.webroot, "path of its pages"),
        .text("interface", \.interface, "network interface"),
        .integer("bandwidth", \.bandwidth, "limit of replication in kbit/s; 0 is none"),
        .text("bitrate", \.bitrate, "rate of multicast"),
        .text("helloInterval", \.helloInterval, "interval of multicast's greetings"),
    ]
}
