/// Storage groups, their nodes and the slots of those.
enum StorageGroups {
    /// Types of tasks that take a slot of a storage node.
    ///
    /// Origin: `lib/fog/storagenode.class.php`, `getUsedSlotCount`; recording 203 (four of six imaging tasks count).
    static let slotTypes: Set<Int> = [1, 15, 17]

    /// Nodes of a group by number.
    static func nodes(of group: Int, _ store: Store) -> [Row] {
        store["storagenode"].rows(where: "storagegroupID", group)
    }

    /// Clients that a group's enabled nodes serve at a time.
    static func slots(of group: Int, _ store: Store) -> Int {
        nodes(of: group, store).filter { $0["isEnabled"].isTrue }.map { $0.integer("maxClients") }.reduce(0, +)
    }

    /// Master of a group, else its first node; `nil` where it has none.
    static func master(of group: Int, _ store: Store) -> Row? {
        let nodes = nodes(of: group, store)
        return nodes.first { $0["isMaster"].isTrue && $0["isEnabled"].isTrue } ?? nodes.first
    }

    /// Active tasks of a node by the clients it serves, as PHP prints the quotient.
    static func load(of node: Row, _ store: Store) -> String {
        let slots = node.integer("maxClients")
        let active = TaskStates.active(store).filter {
            $0.integer("storagenodeID") == node.id && slotTypes.contains($0.integer("typeID"))
        }
        guard slots > 0, active.count % slots != 0 else { return slots > 0 ? String(active.count / slots) : "0" }
        return "\(Double(active.count) / Double(slots))"
    }

    /// Storage group of a node, 0 where there is no such node.
    static func ofNode(_ node: Int, _ store: Store) -> Int {
        store["storagenode"][node]?.integer("storagegroupID") ?? 0
    }

    /// Storage group of an image: the primary association, else the first; 1 where it has none.
    static func ofImage(_ image: Int, _ store: Store) -> Int { first("imageassociation", "imageID", image, store) }

    /// Storage group of a snapin, found as that of an image.
    static func ofSnapin(_ snapin: Int, _ store: Store) -> Int {
        first("snapingroupassociation", "snapinID", snapin, store)
    }

    private static func first(_ table: String, _ column: String, _ id: Int, _ store: Store) -> Int {
        let rows = store[table].rows(where: column, id)
        return (rows.first { $0["primary"].isTrue } ?? rows.first)?.integer("storagegroupID") ?? 1
    }
}
