/// Number by which a FOG server knows one of its rows.
///
/// The type parameter keeps the number of a host apart from the number of an image.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Number as the server counts: 1 or more.
    public let number: Int

    /// Makes an identifier, or nothing where the number cannot name a row.
    ///
    /// - Parameter number: row's number; FOG writes 0 for "none", which gives nil.
    public init?(_ number: Int) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Compares by number.
    public static func < (one: Self, other: Self) -> Bool { one.number < other.number }

    /// Number in decimal digits.
    public var description: String { String(number) }
}

extension Identifier: Codable {
    /// Reads a positive number.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for 0 and below.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int.self)
        guard let identifier = Self(number) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(number) names no row")
        }
        self = identifier
    }

    /// Writes the number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

/// Number of a host.
public typealias HostID = Identifier<Host>
/// Number of an image.
public typealias ImageID = Identifier<Image>
/// Number of a group.
public typealias GroupID = Identifier<Group>
/// Number of a task.
public typealias TaskID = Identifier<FogTask>
/// Number of a task type, by the server's own table.
public typealias TaskTypeID = Identifier<TaskType>
/// Number of a snapin.
public typealias SnapinID = Identifier<Snapin>
/// Number of a state of tasks.
public typealias TaskStateID = Identifier<TaskStateRow>
/// Number of an image type.
public typealias ImageTypeID = Identifier<ImageType>
/// Number of a partition type.
public typealias ImagePartitionTypeID = Identifier<ImagePartitionType>
/// Number of an operating system.
public typealias OperatingSystemID = Identifier<OperatingSystem>
/// Number of a storage group.
public typealias StorageGroupID = Identifier<StorageGroup>
/// Number of a storage node.
public typealias StorageNodeID = Identifier<StorageNode>
/// Number of a multicast session.
public typealias MulticastSessionID = Identifier<MulticastSession>
/// Number of a scheduled task.
public typealias ScheduledTaskID = Identifier<ScheduledTask>
/// Number of an inventory.
public typealias InventoryID = Identifier<Inventory>
/// Number of the row of a MAC address.
public typealias MACAssociationID = Identifier<MACAssociation>
/// Number of an order of power management.
public typealias PowerManagementID = Identifier<PowerManagement>
/// Number of a printer.
public typealias PrinterID = Identifier<Printer>
/// Number of a module of the client.
public typealias ModuleID = Identifier<Module>
/// Number of a setting.
public typealias SettingID = Identifier<Setting>
/// Number of a snapin job.
public typealias SnapinJobID = Identifier<SnapinJob>
/// Number of a snapin task.
public typealias SnapinTaskID = Identifier<SnapinTask>
/// Number of a record of imaging.
public typealias ImagingRecordID = Identifier<ImagingRecord>
/// Number of a login record.
public typealias UserTrackingID = Identifier<UserTracking>
/// Number of an entry of the boot menu.
public typealias PXEMenuEntryID = Identifier<PXEMenuEntry>
/// Number of a key of the boot menu.
public typealias KeySequenceID = Identifier<KeySequence>
/// Number of an account of the server.
public typealias UserID = Identifier<User>
/// Number of a role.
public typealias RoleID = Identifier<Role>
/// Number of a site.
public typealias SiteID = Identifier<Site>
/// Number of a plugin.
public typealias PluginID = Identifier<Plugin>
