/// A class whose rows can be made or changed by the names of their fields.
public protocol ChangeableEntity: Entity {
    /// Fields that can be set.
    static var writable: Set<String> { get }
    /// Fields that can be set in a new row only: they say what the row is about.
    static var fixed: Set<String> { get }
}

extension ChangeableEntity {
    /// Has no such field.
    public static var fixed: Set<String> { [] }
}

extension Group: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> { ["name", "description", "kernel", "kernelArgs", "kernelDevice"] }
}

extension Snapin: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> {
        [
            "name", "description", "file", "args", "runWith", "runWithArgs", "isEnabled", "reboot", "shutdown", "hide",
            "timeout", "packtype", "protected", "toReplicate",
        ]
    }
}

extension Image: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> { ImageDraft.writable.union(["name"]) }
}

extension Printer: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> {
        ["name", "description", "config", "port", "ip", "model", "file", "configFile"]
    }
}

extension PowerManagement: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> { ["hostID", "action", "onDemand", "min", "hour", "dom", "month", "dow"] }
    /// Fields of a new row.
    public static var fixed: Set<String> { ["hostID", "onDemand"] }
}

extension Inventory: ChangeableEntity {
    /// Fields that can be set: all but what the server notes itself.
    public static var writable: Set<String> {
        Set(fields.map(\.name)).subtracting(["id", "hostname", "createdTime", "memory"])
    }
    /// Fields of a new row; FOG keeps one row a host.
    public static var fixed: Set<String> { ["hostID"] }
}

extension StorageGroup: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> { ["name", "description"] }
}

extension StorageNode: ChangeableEntity {
    /// Fields that can be set; account and password of the file transfer are secrets and have functions of their own.
    public static var writable: Set<String> {
        [
            "name", "description", "ip", "storagegroupID", "isMaster", "isEnabled", "isGraphEnabled", "maxClients",
            "path", "ftppath", "snapinpath", "sslpath", "webroot", "interface", "bandwidth", "bitrate", "helloInterval",
        ]
    }
}

extension Setting: ChangeableEntity {
    /// Fields that can be set; a secret value has a function of its own.
    public static var writable: Set<String> { ["value"] }
}

extension PXEMenuEntry: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> {
        ["name", "description", "params", "args", "default", "regMenu", "hotkey", "keysequence"]
    }
}

extension Role: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> { ["name", "description"] }
}

extension Site: ChangeableEntity {
    /// Fields that can be set.
    public static var writable: Set<String> { ["name", "description"] }
}
