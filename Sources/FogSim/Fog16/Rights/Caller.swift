/// User on whose behalf a request comes.
struct Caller: Sendable {
    /// Login name.
    let name: String
    /// What the user may do: `host.view`, `image.*`, `*`.
    let rights: Set<String>
    /// Numbers of the hosts that the user's site leaves to see; `nil` for all.
    let hosts: Set<Int>?

    /// Whether the user may do `action` to `entity`.
    func may(_ action: Right.Action, _ entity: String) -> Bool {
        rights.contains("*") || rights.contains(entity + ".*") || rights.contains("\(entity).\(action.rawValue)")
    }

    /// Whether the user's site shows a row: a host of the site, or what belongs to one.
    func sees(_ row: Row) -> Bool {
        guard let hosts else { return true }
        if row.schema.name == "host" { return hosts.contains(row.id) }
        guard row.schema.ordinals["hostID"] != nil, row.schema.name != "scheduledtask" else { return true }
        return hosts.contains(row.integer("hostID"))
    }
}
