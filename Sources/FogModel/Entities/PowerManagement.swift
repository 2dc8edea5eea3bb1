/// An order to wake, restart or switch off a host by the clock.
// What each property holds is said once, in `fields`.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
public struct PowerManagement: Entity {
    /// FOG's class name.
    public static let className: String = "powermanagement"

    public var id: PowerManagementID
    public var hostID: HostID?
    public var action: String?
    public var onDemand: Bool = false
    public var min: String?
    public var hour: String?
    public var dom: String?
    public var month: String?
    public var dow: String?

    /// Makes an order whose fields are all unset.
    public init(id: PowerManagementID) {
        self.id = id
    }
}

extension PowerManagement {
    /// Fields that scripts see.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/powermanagement/ID`; at once: `onDemand` and `*` for all five.
    public static let fields: [Field<PowerManagement>] = [
        .identifier(\.id, "number of the order"),
        .reference("hostID", \.hostID, "number of the host"),
        .text("action", \.action, "shutdown, reboot or wol"),
        .flag("onDemand", \.onDemand, "whether it is done at once instead of by the clock"),
        .text("min", \.min, "cron: minute"),
        .text("hour", \.hour, "cron: hour"),
        .text("dom", \.dom, "cron: day of the month"),
        .text("month", \.month, "cron: month"),
        .text("dow", \.dow, "cron: day of the week"),
    ]

    /// Names the row for people, as in `shutdown 3 of host 12`.
    public var label: String { "\(action ?? "order") \(id) of host \(hostID.map(String.init(describing:)) ?? "?")" }
}
