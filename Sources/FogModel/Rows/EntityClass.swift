/// A class of rows that has a type of its own, by FOG's class name.
///
/// It names the class where a value crosses between processes; where the class is known, the type itself is used.
package enum EntityClass: String, Hashable, Codable, Sendable, CaseIterable {
    case host
    case group
    case image
    case snapin
    case task
    case taskType = "tasktype"
    case taskState = "taskstate"
    case imageType = "imagetype"
    case imagePartitionType = "imagepartitiontype"
    case operatingSystem = "os"
    case storageGroup = "storagegroup"
    case storageNode = "storagenode"
    case multicastSession = "multicastsession"
    case scheduledTask = "scheduledtask"
    case inventory
    case mac = "macaddressassociation"
    case powerManagement = "powermanagement"
    case printer
    case module
    case setting
    case snapinJob = "snapinjob"
    case snapinTask = "snapintask"
    case imagingRecord = "imaginglog"
    case userTracking = "usertracking"
    case pxeMenuEntry = "pxemenuoptions"
    case keySequence = "keysequence"
    case user
    case role
    case site

    /// Gives the class of a type.
    ///
    /// - Parameter type: one of FogModel's own types; another stops the program, since nobody can have added one.
    package init<Row: Entity>(_ type: Row.Type) {
        guard let found = Self(rawValue: Row.className) else {
            preconditionFailure("\(Row.className) is missing in EntityClass (bug)")
        }
        self = found
    }

    /// Type of the rows.
    package var type: any Entity.Type {
        switch self {
        case .host: Host.self
        case .group: Group.self
        case .image: Image.self
        case .snapin: Snapin.self
        case .task: FogTask.self
        case .taskType: TaskType.self
        case .taskState: TaskStateRow.self
        case .imageType: ImageType.self
        case .imagePartitionType: ImagePartitionType.self
        case .operatingSystem: OperatingSystem.self
        case .storageGroup: StorageGroup.self
        case .storageNode: StorageNode.self
        case .multicastSession: MulticastSession.self
        case .scheduledTask: ScheduledTask.self
        case .inventory: Inventory.self
        case .mac: MACAssociation.self
        case .powerManagement: PowerManagement.self
        case .printer: Printer.self
        case .module: Module.self
        case .setting: Setting.self
        case .snapinJob: SnapinJob.self
        case .snapinTask: SnapinTask.self
        case .imagingRecord: ImagingRecord.self
        case .userTracking: UserTracking.self
        case .pxeMenuEntry: PXEMenuEntry.self
        case .keySequence: KeySequence.self
        case .user: User.self
        case .role: Role.self
        case .site: Site.self
        }
    }

    /// Name in scripts and in the names of operations, as in `StorageNode`.
    ///
    /// Written out, since every start asks for all, and what the runtime takes to find a case's name adds up to 2 ms.
    package var title: String {
        switch self {
        case .host: "Host"
        case .group: "Group"
        case .image: "Image"
        case .snapin: "Snapin"
        case .task: "Task"
        case .taskType: "TaskType"
        case .taskState: "TaskState"
        case .imageType: "ImageType"
        case .imagePartitionType: "ImagePartitionType"
        case .operatingSystem: "OperatingSystem"
        case .storageGroup: "StorageGroup"
        case .storageNode: "StorageNode"
        case .multicastSession: "MulticastSession"
        case .scheduledTask: "ScheduledTask"
        case .inventory: "Inventory"
        case .mac: "MAC"
        case .powerManagement: "PowerManagement"
        case .printer: "Printer"
        case .module: "Module"
        case .setting: "Setting"
        case .snapinJob: "SnapinJob"
        case .snapinTask: "SnapinTask"
        case .imagingRecord: "ImagingRecord"
        case .userTracking: "UserTracking"
        case .pxeMenuEntry: "PXEMenuEntry"
        case .keySequence: "KeySequence"
        case .user: "User"
        case .role: "Role"
        case .site: "Site"
        }
    }

    /// Name of several in the names of operations, as in `Inventories`.
    package var pluralTitle: String { title.hasSuffix("y") ? title.dropLast() + "ies" : title + "s" }
}
