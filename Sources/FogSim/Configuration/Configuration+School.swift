extension FogSim.Configuration {
    /// Makes the computer lab of ``lab(hosts:dialect:)`` with what a school has beside: snapins, printers, inventory,
    /// addresses that await approval or come from shared adapters, and a history of imaging.
    ///
    /// Every host has the snapin "Agent", those of "Lab A" also "7-Zip" and "LibreOffice"; "Old Office" is disabled. Every
    /// seventh host has no inventory. Hosts were registered 500 days ago, every thirtieth 3 days ago. Those of "Lab A" were
    /// imaged 1 to 120 days ago, every fourth of the others 400 days ago, the rest never. Hosts 3, 6 and 9 have an address
    /// that awaits approval, hosts 4 and 8 that of an adapter whose maker is `00:e0:4c`. A second storage node, "Attic", is
    /// disabled.
    ///
    /// - Parameters:
    ///   - hosts: how many, 0 to 16,000,000; named `pc-001` and so on.
    ///   - dialect: version that the server imitates.
    /// - Returns: the configuration, to be changed at will.
    public static func school(hosts: Int = 30, dialect: FogSim.Dialect = .fog15php8) -> Self {
        var school = lab(hosts: hosts, dialect: dialect)
        let names = school.hosts.map(\.name)
        let labA = Set(school.groups.first?.hosts ?? [])
        school.rows = snapins + printers + [attic]
        for (index, name) in names.enumerated() {
            let isInLabA = labA.contains(name)
            school.hosts[index].age = .seconds(((index + 1) % 30 == 0 ? 3 : 500) * 86_400)
            school.rows += associations(name, isInLabA: isInLabA) + addresses(name, index + 1)
            if (index + 1) % 7 != 0 { school.rows.append(inventory(name, index + 1, isInLabA: isInLabA)) }
            let days = isInLabA ? index * 7 % 120 + 1 : index % 4 == 0 ? 400 : nil
            if let days, let image = school.hosts[index].image {
                school.past.append(.init(host: name, image: image, ago: .seconds(days * 86_400)))
            }
        }
        return school
    }

    private static let snapins: [FogSim.ExtraRow] = [
        snapin("Agent", file: "agent.msi", isEnabled: true), snapin("7-Zip", file: "7z2408-x64.msi", isEnabled: true),
        snapin("LibreOffice", file: "LibreOffice_24.8.msi", isEnabled: true),
        snapin("Old Office", file: "office2010.exe", isEnabled: false),
    ]

    private static func snapin(_ name: String, file: String, isEnabled: Bool) -> FogSim.ExtraRow {
        FogSim.ExtraRow(
            "snapin",
            [
                "name": .text(name), "file": .text(file), "isEnabled": .text(isEnabled ? "1" : "0"), "toReplicate": "1",
                "runWith": "msiexec.exe", "runWithArgs": "/i", "args": "/qn",
            ]
        )
    }

    private static let printers: [FogSim.ExtraRow] = [
        FogSim.ExtraRow(
            "printer",
            ["name": "Staff room", "config": "Network", "ip": "192.0.2.40", "model": "HP LaserJet"]
        ),
        FogSim.ExtraRow("printer", ["name": "Lab A", "config": "Network", "ip": "192.0.2.41", "model": "Brother HL"]),
    ]

    private static let attic = FogSim.ExtraRow(
        "storagenode",
        [
            "name": "Attic", "storagegroupID": 1, "isEnabled": "0", "isMaster": "0", "maxClients": 5, "ip": "127.0.0.2",
            "path": "/images", "ftppath": "/images", "snapinpath": "/opt/fog/snapins", "user": "fogproject",
            "pass": "simulated-password", "webroot": "/fog/", "interface": "lo",
        ]
    )

    private static func associations(_ host: String, isInLabA: Bool) -> [FogSim.ExtraRow] {
        let numbers = isInLabA ? [1, 2, 3] : [1]
        let snapins = numbers.map {
            FogSim.ExtraRow("snapinassociation", ["hostID": .host(host), "snapinID": .integer($0)])
        }
        guard isInLabA else { return snapins }
        return snapins + [
            FogSim.ExtraRow("printerassociation", ["hostID": .host(host), "printerID": 2, "isDefault": "1"])
        ]
    }

    private static func addresses(_ host: String, _ number: Int) -> [FogSim.ExtraRow] {
        if [3, 6, 9].contains(number) {
            return [address(host, "02:f0:61:00:00:0\(number)", "pending")]
        }
        return [4, 8].contains(number) ? [address(host, "00:e0:4c:68:00:0\(number)", nil)] : []
    }

    private static func address(_ host: String, _ mac: String, _ flag: String?) -> FogSim.ExtraRow {
        var values: [String: FogSim.ExtraRow.Value] = ["hostID": .host(host), "mac": .text(mac)]
        if let flag { values[flag] = "1" }
        return FogSim.ExtraRow("macaddressassociation", values)
    }

    private static func inventory(_ host: String, _ number: Int, isInLabA: Bool) -> FogSim.ExtraRow {
        FogSim.ExtraRow(
            "inventory",
            [
                "hostID": .host(host), "sysman": isInLabA ? "Dell Inc." : "HP",
                "sysproduct": isInLabA ? "OptiPlex 7010" : "ProDesk 400 G6",
                "sysserial": .text("SN" + Column.pad(number, to: 5)), "cpuversion": "Intel Core i5",
                "sysuuid": .text("4c4c4544-0000-1000-8000-" + Column.pad(number, to: 12)), "mem": "16269680 kB",
                "hdmodel": "Samsung SSD 870", "hdserial": .text("S" + Column.pad(number, to: 6)),
            ]
        )
    }
}
