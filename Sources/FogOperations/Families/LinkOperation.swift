package import FogModel

/// What can be asked about rows that belong to others; the whole set is never sent.
package enum LinkOperation: OperationFamily {
    /// Lists what belongs to the owner of that number; answered by `rows`.
    case list(Link, of: Int)
    /// Adds to what belongs to it; answered by `numbers` of those that are new.
    case add(Link, [Int], to: Int)
    /// Takes away from what belongs to it; answered by `numbers` of those that were there.
    case remove(Link, [Int], from: Int)

    package var name: String {
        switch self {
        case .list(let link, _): "list\(link.member.pluralTitle)Of\(link.owner.title)"
        case .add(let link, _, _): "add\(link.member.pluralTitle)To\(link.owner.title)"
        case .remove(let link, _, _): "remove\(link.member.pluralTitle)From\(link.owner.title)"
        }
    }

    package var effect: Effect {
        switch self {
        case .list: .read
        case .add(let link, _, _), .remove(let link, _, _): .write(className: link.owner.rawValue)
        }
    }

    package var subjects: [HostID] {
        switch self {
        case .list: []
        case .add(.groupHosts, let hosts, _), .remove(.groupHosts, let hosts, _): hosts.compactMap { HostID($0) }
        case .add(let link, _, let owner), .remove(let link, _, let owner):
            link.owner == .host ? HostID(owner).map { [$0] } ?? [] : []
        }
    }
}
