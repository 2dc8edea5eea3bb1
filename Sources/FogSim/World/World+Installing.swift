extension World {
    /// Fills the tables: what FOG's installer puts there, then the configuration's images, hosts and groups.
    mutating func install() {
        for (table, rows) in Installation.rows(configuration.dialect) {
            for fields in rows { insert(table, fields) }
        }
        installTypes()
        installZone()
        insert(
            "storagenode",
            Installation.node.merging(["maxClients": .integer(configuration.slots)]) { $1 }
        )
        if configuration.dialect.isFog16 { installPeople() }
        for image in configuration.images { install(image) }
        for host in configuration.hosts { install(host) }
        let numbers = Dictionary(store["host"].all.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        for group in configuration.groups { install(group, numbers) }
        for extra in configuration.rows { install(extra, numbers) }
        for imaging in configuration.past { install(imaging, numbers) }
        for cancellation in configuration.cancellations {
            agenda.add(.cancel(host: cancellation.host), at: cancellation.at)
        }
        for deploy in configuration.deploys { agenda.add(.deploy(host: deploy.host), at: deploy.at) }
    }

    /// Names the zone in the settings; the sign of such names is the other way round.
    private mutating func installZone() {
        let table = configuration.dialect.isFog16 ? "setting" : "service"
        guard configuration.zone != 0, var row = store[table].all.first(where: { $0.name == "FOG_TZ_INFO" }) else {
            return
        }
        row.set("value", "Etc/GMT" + (configuration.zone > 0 ? "" : "+") + String(-configuration.zone))
        store[table].put(row)
    }

    /// Gives each user a role of its own with the configured rights.
    private mutating func installPeople() {
        for person in people {
            let user = insert(
                "user",
                ["name": .text(person.name), "password": .text(person.password), "api": .integer(1)]
            )
            guard !person.rights.isEmpty else { continue }
            let isAll = person.rights.contains("*")
            let role = insert("role", ["name": .text(isAll ? "Administrator" : "Role of " + person.name)])
            insert("roleuserassociation", ["roleID": .integer(role), "userID": .integer(user)])
            for right in person.rights.sorted() {
                insert("rolepermission", ["roleID": .integer(role), "permission": .text(right)])
            }
        }
        for site in configuration.sites { insert("site", ["name": .text(site.name)]) }
    }

    @discardableResult
    mutating func insert(_ table: String, _ fields: [String: Cell]) -> Int {
        var row = store[table].blank(now: stamp, user: "fog")
        for (column, cell) in fields { row.fill(column, cell) }
        return store[table].put(row)
    }

    private mutating func install(_ image: FogSim.Image) {
        let id = insert(
            "image",
            [
                "name": .text(image.name), "path": .text(image.name.filter { $0 != " " }), "imageTypeID": .integer(1),
                "imagePartitionTypeID": .integer(1), "osID": .integer(image.osID), "format": .text("5"),
                "compress": .integer(6), "isEnabled": .text(image.isEnabled ? "1" : "0"), "toReplicate": .text("1"),
                "size": .text("1:\(image.sizeInBytes):"),
            ]
        )
        insert("imageassociation", ["imageID": .integer(id), "storagegroupID": .integer(1), "primary": .text("1")])
    }

    private mutating func install(_ host: FogSim.Host) {
        let image = configuration.images.firstIndex { $0.name == host.image }.map { $0 + 1 } ?? 0
        let id = insert(
            "host",
            [
                "name": .text(host.name), "description": .text(host.description), "imageID": .integer(image),
                "createdTime": .text(Stamp.text(now - Int(host.age.components.seconds) + zone)),
            ]
        )
        for (position, mac) in host.macs.enumerated() {
            addMAC(MACAddress.normalized(mac) ?? mac, to: id, isPrimary: position == 0)
        }
        var machine = Machine()
        machine.power = host.isOn ? .running : .off
        machine.disk = host.isOn ? image : 0
        machines[id] = machine
    }

    private mutating func install(_ extra: FogSim.ExtraRow, _ numbers: [String: Int]) {
        guard store.table(extra.table) != nil else { return }
        insert(
            extra.table,
            extra.values.mapValues { value in
                switch value {
                case .text(let text): .text(text)
                case .integer(let number): .integer(number)
                case .host(let name): .integer(numbers[name] ?? 0)
                }
            }
        )
    }

    private mutating func install(_ imaging: FogSim.PastImaging, _ numbers: [String: Int]) {
        guard let host = numbers[imaging.host], var row = store["host"][host] else { return }
        let end = now - Int(imaging.ago.components.seconds)
        row.set("deployed", Stamp.text(end + zone))
        store["host"].put(row)
        logPast(imaging, of: host, until: end)
    }

    private mutating func install(_ group: FogSim.Group, _ numbers: [String: Int]) {
        let id = insert("group", ["name": .text(group.name)])
        for host in group.hosts.compactMap({ numbers[$0] }) {
            insert("groupassociation", ["hostID": .integer(host), "groupID": .integer(id)])
        }
    }
}
