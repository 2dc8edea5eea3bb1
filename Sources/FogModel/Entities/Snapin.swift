/// A program or script that the FOG client runs on a host.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct Snapin: NamedEntity {
    /// FOG's class name.
    public static let className: String = "snapin"

    public var id: SnapinID
    public var name: String = ""
    public var description: String?
    public var file: String?
    public var args: String?
    public var runWith: String?
    public var runWithArgs: String?
    public var isEnabled: Bool = false
    public var reboot: Bool = false
    public var shutdown: Bool = false
    public var hide: Bool = false
    public var timeout: Int = 0
    public var packtype: Bool = false
    public var protected: Bool = false
    public var toReplicate: Bool = false
    public var hash: String?
    public var size: Int = 0
    public var storagegroupname: String?
    public var createdTime: Int?
    public var createdBy: String?

    /// Makes a snapin whose fields are all unset.
    public init(id: SnapinID) {
        self.id = id
    }
}

extension Snapin {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/snapin/ID`.
    public static let fields: [Field<Snapin>] = [
        .identifier(\.id, "number of the snapin"),
        .name("name", \.name, "name, 1 to 200 characters"),
        .text("description", \.description, "free text"),
        .text("file", \.file, "file in the snapin folder of a storage node"),
        .text("args", \.args, "arguments of the program"),
        .text("runWith", \.runWith, "program that runs the file, as in cmd.exe"),
        .text("runWithArgs", \.runWithArgs, "arguments of that program"),
        .flag("isEnabled", \.isEnabled, "whether it may be run"),
        .flag("reboot", \.reboot, "whether the host restarts afterwards"),
        .flag("shutdown", \.shutdown, "whether the host is switched off afterwards"),
        .flag("hide", \.hide, "whether the client runs it unseen"),
        .integer("timeout", \.timeout, "seconds after which the client gives up; 0 is never"),
        .flag("packtype", \.packtype, "whether it is a snapin pack"),
        .flag("protected", \.protected, "whether it may not be deleted"),
        .flag("toReplicate", \.toReplicate, "whether nodes copy it to each other"),
        .text("hash", \.hash, "checksum of the file"),
        .integer("size", \.size, "size of the file in bytes; 0 is unknown"),
        .text("storagegroupname", \.storagegroupname, "name of its storage group"),
        .time("createdTime", \.createdTime, "when it was made"),
        .text("createdBy", \.createdBy, "who made it"),
    ]
}
