package import FogModel

/// What can be asked about MAC addresses, each answered by `rows` of them.
package enum MACOperation: OperationFamily {
    /// Lists the addresses that await approval, on all hosts.
    case pending
    /// Lists the addresses of a host.
    case list(HostID)
    /// Gives a host an address more; answered with it.
    case add(MACAddress, HostID)
    /// Takes an address from a host; answered with what it has left.
    case remove(MACAddress, HostID)
    /// Makes an address the primary one of its host; answered with all of the host's.
    case setPrimary(MACAddress, HostID)
    /// Says whether the client and imaging pass an address over, nil leaves it; answered with it.
    case ignore(MACAddress, HostID, byClient: Bool?, byImaging: Bool?)
    /// Approves an address; answered with it.
    case approve(MACAssociationID)
    /// Denies an address, which deletes it; answered with none.
    case deny(MACAssociationID)

    package var name: String {
        switch self {
        case .pending: "listPendingMACs"
        case .list: "listMACsOfHost"
        case .add: "addMAC"
        case .remove: "removeMAC"
        case .setPrimary: "setPrimaryMAC"
        case .ignore: "ignoreMAC"
        case .approve: "approveMAC"
        case .deny: "denyMAC"
        }
    }

    package var effect: Effect {
        switch self {
        case .pending, .list: .read
        case .add, .remove, .setPrimary, .ignore, .approve, .deny: .write(className: Host.className)
        }
    }

    package var subjects: [HostID] {
        switch self {
        case .pending, .list, .approve, .deny: []
        case .add(_, let host), .remove(_, let host), .setPrimary(_, let host), .ignore(_, let host, _, _): [host]
        }
    }
}
