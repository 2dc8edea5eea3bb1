/// A MAC address of a host.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct MACAssociation: Entity {
    /// FOG's class name.
    public static let className: String = "macaddressassociation"

    public var id: MACAssociationID
    public var hostID: HostID?
    public var mac: String = ""
    public var description: String?
    public var primary: Bool = false
    public var pending: Bool = false
    public var clientIgnore: Bool = false
    public var imageIgnore: Bool = false

    /// Makes an address whose fields are all unset.
    public init(id: MACAssociationID) {
        self.id = id
    }
}

extension MACAssociation {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/macaddressassociation/ID`.
    public static let fields: [Field<MACAssociation>] = [
        .identifier(\.id, "number of the address"),
        .reference("hostID", \.hostID, "number of the host"),
        .name("mac", \.mac, "address, lower case with colons"),
        .text("description", \.description, "free text"),
        .flag("primary", \.primary, "whether it is the host's primary address"),
        .flag("pending", \.pending, "whether it awaits approval"),
        .flag("clientIgnore", \.clientIgnore, "whether the FOG client passes it over"),
        .flag("imageIgnore", \.imageIgnore, "whether imaging passes it over"),
    ]

    /// Names the row for people, as in `MAC address 00:11:22:33:44:55 of host 12`.
    public var label: String { "MAC address \(mac) of host \(hostID.map(String.init(describing:)) ?? "?")" }
}
