import FogModel
import ScriptAPI

/// What is known of the classes of objects.
enum ManualClasses {
    static let all: [ClassSpec] = rows + records

    /// Classes of rows of the server.
    private static var rows: [ClassSpec] {
        EntityClass.allCases.compactMap { entity in
            guard let type = entity.type as? any ScriptEntity.Type else { return nil }
            return ClassSpec(name: entity.title, summary: summary(of: entity), fields: fields(of: type))
        }
    }

    private static func fields<Row: ScriptEntity>(of type: Row.Type) -> [ParameterSpec] {
        type.scriptFields.map(\.spec) + type.nestedFields.map(\.spec)
    }

    /// Classes of everything else.
    private static let records: [ClassSpec] = [
        spec("What a verb came to on one host.", HostResultObject.fields),
        spec("How what was waited for ended, with the evidence.", VerdictObject.fields),
        spec("How far a host is that is waited for.", ProgressObject.fields),
        spec("Why a host is where it is.", ReasonObject.fields),
        spec("Snapins that a host has been given to run.", SnapinWorkObject.fields),
        spec("A multicast session that was made, with its tasks.", MulticastObject.fields),
        spec("What went wrong; tostring gives a sentence with the place in the script.", ErrorObject.fields),
        spec("What is known of the server.", ServerObject.fields),
        spec("A plugin of the server.", PluginObject.fields),
        spec("A text that does not print: only functions that take secrets can use it.", [ObjectField<SecretObject>]()),
    ]

    private static func spec<Object: ScriptObject>(_ summary: String, _ fields: [ObjectField<Object>]) -> ClassSpec {
        ClassSpec(name: Object.typeName, summary: summary, fields: fields.map(\.spec))
    }

    private static func summary(of entity: EntityClass) -> String {
        switch entity {
        case .host: "A computer that the server images."
        case .group: "Hosts that belong together."
        case .image: "A disk image on the server."
        case .snapin: "Software that the client of a host installs or runs."
        case .task: "Work that a host has been given."
        case .taskType: "A kind of work that the server knows."
        case .taskState: "A state that tasks can be in."
        case .imageType: "How an image treats the disk."
        case .imagePartitionType: "Which partitions an image takes."
        case .operatingSystem: "An operating system that images can hold."
        case .storageGroup: "Storage nodes that hold the same images."
        case .storageNode: "A server that keeps images and hands them out."
        case .multicastSession: "Hosts that are imaged in one stream."
        case .scheduledTask: "Work that the server gives by itself, once or again and again."
        case .inventory: "Hardware of a host as it was last read."
        case .mac: "A MAC address of a host."
        case .powerManagement: "When a host is switched on or off."
        case .printer: "A printer that hosts can be given."
        case .module: "A part of the client that can be switched on and off."
        case .setting: "A setting of the server."
        case .snapinJob: "Snapins that a host has been given at one time."
        case .snapinTask: "One snapin of a job, with its exit code."
        case .imagingRecord: "An imaging that is over, from the server's log."
        case .userTracking: "A login or logout on a host."
        case .pxeMenuEntry: "An entry of the boot menu."
        case .keySequence: "Keys that open the boot menu."
        case .user: "An account of the server."
        case .role: "What accounts may do (FOG 1.6)."
        case .site: "Hosts and accounts of one place (FOG 1.6)."
        }
    }
}
