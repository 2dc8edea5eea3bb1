/// A computer that the server images.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Host: NamedEntity {
    /// FOG's class name.
    public static let className: String = "host"

    public var id: HostID
    public var name: String = ""
    public var description: String?
    public var ip: String?
    public var imageID: ImageID?
    public var imagename: String?
    public var primac: String?
    public var macs: [String] = []
    public var createdTime: Int?
    public var createdBy: String?
    public var deployed: Int?
    public var pending: Bool = false
    public var useAD: Bool = false
    public var adDomain: String?
    public var adOU: String?
    public var adUser: String?
    public var kernel: String?
    public var kernelArgs: String?
    public var kernelDevice: String?
    public var `init`: String?
    public var biosexit: String?
    public var efiexit: String?
    public var enforce: Bool = false
    public var pingstatuscode: Int = 0
    public var pingstatustext: String?

    /// Makes a host whose fields are all unset.
    public init(id: HostID) {
        self.id = id
    }
}

extension Host {
    /// Fields that scripts see.
    ///
    /// The domain password, the product key and the client's keys are left out on purpose: a list of hosts carries them
    /// in clear text, and no script needs them to image.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/host/ID`.
    public static let fields: [Field<Host>] = [
        .identifier(\.id, "number of the host"),
        .name("name", \.name, "name, 1 to 15 characters"),
        .text("description", \.description, "free text"),
        .text("ip", \.ip, "last known address"),
        .reference("imageID", \.imageID, "number of the assigned image"),
        .text("imagename", \.imagename, "name of the assigned image"),
        .text("primac", \.primac, "primary MAC address, lower case with colons"),
        .texts("macs", \.macs, "all MAC addresses; the primary is not always first"),
        .time("createdTime", \.createdTime, "when the host was registered"),
        .text("createdBy", \.createdBy, "who registered the host"),
        .time("deployed", \.deployed, "when a deploy last finished"),
        .flag("pending", \.pending, "whether the registration awaits approval"),
        .flag("useAD", \.useAD, "whether the client joins a domain"),
        .text("ADDomain", \.adDomain, "domain to join"),
        .text("ADOU", \.adOU, "organisational unit to join"),
        .text("ADUser", \.adUser, "account that joins"),
        .text("kernel", \.kernel, "kernel of its own"),
        .text("kernelArgs", \.kernelArgs, "kernel arguments of its own"),
        .text("kernelDevice", \.kernelDevice, "disk to image, as in /dev/sda"),
        .text("init", \.`init`, "initial ram disk of its own"),
        .text("biosexit", \.biosexit, "how a BIOS leaves the boot menu"),
        .text("efiexit", \.efiexit, "how EFI leaves the boot menu"),
        .flag("enforce", \.enforce, "whether the client enforces name and domain"),
        .integer("pingstatuscode", \.pingstatuscode, "result of the server's last ping; 0 is reached or never tried"),
        .text("pingstatustext", \.pingstatustext, "result of the server's last ping in words"),
    ]
}
