/// A transfer of one image to several hosts at once.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct MulticastSession: NamedEntity {
    /// FOG's class name.
    public static let className: String = "multicastsession"

    public var id: MulticastSessionID
    public var name: String = ""
    public var imageID: ImageID?
    public var imagename: String?
    public var stateID: Int = 0
    public var statename: String?
    public var clients: Int = 0
    public var sessclients: Int = 0
    public var percent: Int = 0
    public var port: Int = 0
    public var interface: String?
    public var logpath: String?
    public var isDD: Int = 0
    public var storagegroupID: StorageGroupID?
    public var starttime: Int?
    public var completetime: Int?

    /// Makes a session whose fields are all unset.
    public init(id: MulticastSessionID) {
        self.id = id
    }
}

extension MulticastSession {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/multicastsession/ID`; a session that is called off loses its name.
    public static let fields: [Field<MulticastSession>] = [
        .identifier(\.id, "number of the session"),
        .name("name", \.name, "name; empty after it was called off"),
        .reference("imageID", \.imageID, "number of the image"),
        .text("imagename", \.imagename, "name of the image"),
        .integer("stateID", \.stateID, "0 new, 1 queued, 2 checked in, 3 in progress, 4 complete, 5 cancelled"),
        .text("statename", \.statename, "name of the state"),
        .integer("clients", \.clients, "hosts that take part now; -1 before the first"),
        .integer("sessclients", \.sessclients, "hosts that it waits for; 0 is no number"),
        .integer("percent", \.percent, "how far it is, 0 to 100"),
        .integer("port", \.port, "port of the transfer"),
        .text("interface", \.interface, "network interface of the storage node"),
        .text("logpath", \.logpath, "folder of the image"),
        .integer("isDD", \.isDD, "how the image is written; 1 is as FOG made it"),
        .reference("storagegroupID", \.storagegroupID, "number of the storage group"),
        .time("starttime", \.starttime, "when it was made"),
        .time("completetime", \.completetime, "when it ended"),
    ]

    /// How far the session has come; nil for a number that FOG does not define, and for a new one.
    public var state: TaskState? { TaskState(rawValue: stateID) }

    /// Whether the server still counts it as active.
    public var isActive: Bool { stateID < TaskState.complete.rawValue }
}
