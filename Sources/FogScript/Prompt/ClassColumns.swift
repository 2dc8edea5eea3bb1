/// Fields that stand in a table of objects where nobody chooses others: what tells one from another, and how it is.
enum ClassColumns {
    /// Fields by class, in the order of the columns.
    static let all: [String: [String]] = [
        "Host": ["id", "name", "primac", "imagename", "deployed", "description"],
        "Group": ["id", "name", "hostcount", "description"],
        "Image": ["id", "name", "osname", "size", "isEnabled", "deployed", "description"],
        "Snapin": ["id", "name", "file", "args", "isEnabled", "size"],
        "Task": ["id", "hostname", "typename", "statename", "percent", "imagename", "createdTime"],
        "TaskType": ["id", "name", "isAdvanced", "isSnapinTasking", "description"],
        "TaskState": ["id", "name", "description"],
        "StorageNode": ["id", "name", "ip", "storagegroupname", "isMaster", "isEnabled", "online", "free_slots"],
        "MulticastSession": ["id", "name", "imagename", "statename", "clients", "percent", "starttime"],
        "ScheduledTask": ["id", "name", "tasktypename", "hostname", "groupname", "scheduleTime", "isActive"],
        "Inventory": ["id", "hostname", "sysman", "sysproduct", "sysserial", "cpuversion", "memory"],
        "MAC": ["id", "hostID", "mac", "primary", "pending", "description"],
        "PowerManagement": ["id", "hostID", "action", "onDemand", "min", "hour", "dom", "month", "dow"],
        "Printer": ["id", "name", "ip", "port", "model"],
        "Module": ["id", "name", "shortName", "isDefault", "description"],
        "Setting": ["id", "name", "value", "category"],
        "SnapinJob": ["id", "hostname", "statename", "createdTime"],
        "SnapinTask": ["id", "jobID", "snapinname", "statename", "return", "complete"],
        "ImagingRecord": ["id", "hostname", "image", "type", "start", "finish", "statename"],
        "UserTracking": ["id", "hostname", "username", "action", "datetime"],
        "PXEMenuEntry": ["id", "name", "default", "regMenu", "description"],
        "User": ["id", "name", "display", "type", "api"],
        "Result": ["host", "outcome", "evidence", "seconds", "percent"],
        "Verdict": ["host", "outcome", "evidence", "seconds", "percent"],
        "Progress": ["host", "state", "percent", "rate", "time_left", "queue"],
        "Plugin": ["name", "version", "state", "installed", "description"],
    ]

    /// Fields of a class; nil are all of them.
    static func names(of className: String) -> [String]? { all[className] }
}
