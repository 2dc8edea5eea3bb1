package import FogModel

/// What can be asked about hosts, beyond what holds for all rows.
package enum HostOperation: OperationFamily {
    /// Lists hosts, all where the selector is nil; answered by `rows`.
    ///
    /// A term that names what there is not is an error, unless that is allowed.
    case list(Selector?, allowsUnknown: Bool = false)
    /// Finds the host that Foghorn itself runs on, by its network cards; answered by `rows` with one or none.
    case thisMachine
    /// Registers a host; answered by `rows` with the new one.
    case create(HostDraft)
    /// Changes a host; answered by `rows` with the host as it is now.
    case update(HostID, HostChanges)
    /// Lists the groups that a host is in; answered by `rows`.
    case groups(HostID)
    /// Asks which printer is a host's default; answered by `numbers` with one or none.
    case defaultPrinter(HostID)
    /// Says which printer is a host's default; answered by `done`.
    case setDefaultPrinter(HostID, PrinterID?)

    package var name: String {
        switch self {
        case .list: "listHosts"
        case .thisMachine: "findThisHost"
        case .create: "createHost"
        case .update: "updateHost"
        case .groups: "listGroupsOfHost"
        case .defaultPrinter: "findDefaultPrinter"
        case .setDefaultPrinter: "setDefaultPrinter"
        }
    }

    package var effect: Effect {
        switch self {
        case .list, .thisMachine, .groups, .defaultPrinter: .read
        case .create, .update, .setDefaultPrinter: .write(className: Host.className)
        }
    }

    package var subjects: [HostID] {
        switch self {
        case .update(let host, _), .setDefaultPrinter(let host, _): [host]
        case .list, .thisMachine, .create, .groups, .defaultPrinter: []
        }
    }
}
