/// What a request needs a right for: an entity, which often is not the class, and an action.
///
/// Origin: api-1.6.md section 2, "Roles".
struct Right: Sendable {
    enum Action: String, Sendable {
        case view, create, edit, delete, task
    }

    let entity: String
    let action: Action

    init(_ action: Action, on name: String) {
        self.action = action
        entity = Self.entity(of: name)
    }

    /// Name as roles hold it, such as `host.view`.
    var name: String { entity + "." + action.rawValue }

    /// Entity by which a class or another route is guarded.
    static func entity(of name: String) -> String { entities[name] ?? name }

    private static let entities: [String: String] = Dictionary(
        uniqueKeysWithValues: members.flatMap { entity, names in names.map { ($0, entity) } }
    )

    private static let members: [String: [String]] = [
        "task": [
            "multicastsession", "multicastsessionassociation", "snapinjob", "snapintask", "scheduledtask", "tasktype",
            "taskstate", "tasklog", "nodefailure", "filedeletequeue",
        ],
        "host": [
            "inventory", "macaddressassociation", "powermanagement", "hostautologout", "hostscreensetting",
            "hostdirectory", "hostfactstate", "hostnetwork", "hostprinter", "hostsoftware", "hostspooler",
            "hostusersession", "agentwake", "pendingmacs",
        ],
        "group": ["groupassociation", "groupsoftwareassociation"],
        "image": ["os", "imagetype", "imagepartitiontype", "imageassociation", "architecture"],
        "settings": [
            "setting", "hookevent", "notifyevent", "oui", "logfiles", "availablekernels", "availableinitrds",
        ],
        "report": ["history"],
        "ipxe": ["keysequence", "pxemenuoptions"],
        "snapin": ["snapinassociation", "snapingroupassociation"],
        "printer": ["printerassociation"],
        "module": ["moduleassociation"],
        "software": ["softwareassociation", "softwarestatus"],
        "role": ["rolepermission", "roleuserassociation", "roleusergroupassociation"],
        "usergroup": ["usergroupmember"],
    ]
}
