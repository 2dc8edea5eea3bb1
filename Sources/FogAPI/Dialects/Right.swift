/// Which right of FOG 1.6 a request needs, as in `host.task`.
///
/// Origin: FOG 1.6, `src/Router/Route.php`; api-1.6 section 2.
enum Right {
    /// Classes that go by the rights of another.
    private static let entities: [String: Set<String>] = [
        "task": [
            "multicastsession", "snapinjob", "snapintask", "scheduledtask", "tasktype", "taskstate", "tasklog",
            "nodefailure", "filedeletequeue",
        ],
        "host": ["inventory", "macaddressassociation", "powermanagement", "hostautologout", "pendingmacs"],
        "group": ["groupassociation"],
        "image": ["os", "imagetype", "imagepartitiontype", "imageassociation", "architecture"],
        "settings": ["setting", "hookevent", "notifyevent", "oui", "logfiles", "availablekernels", "availableinitrds"],
        "report": ["history"],
        "ipxe": ["keysequence", "pxemenuoptions"],
    ]

    /// Names the right.
    ///
    /// - Parameters:
    ///   - method: method of HTTP.
    ///   - path: path from `/fog/` on.
    /// - Returns: entity and action; nil where the path names no class.
    static func needed(_ method: String, _ path: String) -> String? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        guard parts.count >= 2, parts[0] == "fog", parts[1] != "system" else { return nil }
        let entity = entities.first { $0.value.contains(parts[1]) }?.key ?? parts[1]
        return "\(entity).\(action(method, parts))"
    }

    private static func action(_ method: String, _ parts: [String]) -> String {
        switch (method, parts.last ?? "") {
        case ("POST", "task"), ("DELETE", "cancel"): "task"
        case ("PUT", "join"), ("POST", _): "create"
        case ("PUT", _): "edit"
        case ("DELETE", _): "delete"
        default: "view"
        }
    }
}
