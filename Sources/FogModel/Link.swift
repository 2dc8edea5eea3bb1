/// A way in which rows of two classes belong together, seen from the owner.
package enum Link: String, Hashable, Codable, Sendable, CaseIterable {
    /// Hosts of a group.
    case groupHosts
    /// Snapins of a host.
    case hostSnapins
    /// Client modules that are on for a host.
    case hostModules
    /// Printers of a host.
    case hostPrinters
    /// Storage groups of an image.
    case imageStorageGroups
    /// Storage groups of a snapin.
    case snapinStorageGroups

    /// Class of the owner.
    package var owner: EntityClass {
        switch self {
        case .groupHosts: .group
        case .hostSnapins, .hostModules, .hostPrinters: .host
        case .imageStorageGroups: .image
        case .snapinStorageGroups: .snapin
        }
    }

    /// Class of what belongs to it.
    package var member: EntityClass {
        switch self {
        case .groupHosts: .host
        case .hostSnapins: .snapin
        case .hostModules: .module
        case .hostPrinters: .printer
        case .imageStorageGroups, .snapinStorageGroups: .storageGroup
        }
    }
}
