public import FogModel

// Classes of the server itself: where it keeps things, when it does what, who may use it.

extension StorageGroup: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<StorageGroup> { Wire() }
}

extension StorageNode: WireEntity {
    /// Says where the fields lie.
    public static var wire: Wire<StorageNode> {
        Wire(nested: ["storagegroup": ["name": "storagegroupname"]], worded: ["clientload", "online"])
    }
}

extension ScheduledTask: WireEntity {
    /// Says where the fields lie.
    ///
    /// Origin: FOG 1.5.9.239, recordings 274 to 281; FOG 1.6, section 4.3: words in place of `type` and `isActive`.
    public static var wire: Wire<ScheduledTask> {
        Wire(
            renamed: ["taskTypeName": "tasktypename", "hostName": "hostname"],
            dropped: ["groupID"],
            nested: [
                "host": ["name": "hostname"], "group": ["name": "groupname"], "tasktype": ["name": "tasktypename"],
            ],
            worded: ["isActive", "isGroupTask", "scheduleTime", "runtime"]
        ) { task in
            guard task.isGroupTask else { return }
            task.groupID = task.hostID.flatMap { GroupID($0.number) }
            task.hostID = nil
        }
    }

    /// Reads each row anew where the list gave words for people; on a server that answers nothing to that, the row stays
    /// as the list has it.
    public static func completed(_ rows: [ScheduledTask], by server: FogServer) async throws -> [ScheduledTask] {
        var whole: [ScheduledTask] = []
        for row in rows {
            do {
                whole.append(try await server.ownRow(row.id) ?? row)
            } catch let error as FogError where error.code == .notFound {
                // It has come about meanwhile, and its row is gone.
            }
        }
        return whole
    }
}

extension Setting: WireEntity {
    /// Says where the fields lie.
    public static var wire: Wire<Setting> {
        Wire(dropped: ["isSecret"]) { setting in
            setting.isSecret = SecretNames.isSecret(setting: setting.name)
            if setting.isSecret { setting.value = nil }
        }
    }
}

extension PXEMenuEntry: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<PXEMenuEntry> { Wire() }
}

extension KeySequence: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<KeySequence> { Wire() }
}

extension User: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<User> { Wire() }
}

extension Role: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Role> { Wire() }
}

extension Site: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Site> { Wire() }
}
