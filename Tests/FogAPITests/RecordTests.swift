import FogAPI
import FogModel
import FogSim
import Synchronization
import Testing

/// Classes by their names, raw requests, and what both keep back.
@Suite struct RecordTests {
    @Test(arguments: FogSim.Dialect.allCases)
    func `Makes, lists, changes and deletes rows of a class without a type`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let keys = try await site.server.records(of: "ipxe")

        let made = try await keys.create(["product": .text("A & B"), "manufacturer": .text("ACME"), "mac": .text("")])
        let id = try #require(made.id)
        let changed = try await keys.update(id, ["manufacturer": .text("Acme")])
        let found = try await keys.list(where: ["manufacturer": .text("acme")])
        let gone = try await keys.delete(id)

        #expect(changed["product"] == .text("A & B") && changed["manufacturer"] == .text("Acme"))
        #expect(found.map(\.id) == [id] && gone.id == id)
        #expect(try await keys.list(where: ["product": .text("A & B")]).isEmpty)
        let missing = await #expect(throws: FogError.self) { try await keys.get(id) }
        #expect(missing?.code == .notFound)
    }

    @Test(arguments: [FogSim.Dialect.fog15php8, .fog16])
    func `Suggests the class and the field that was meant`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)

        let name = await #expect(throws: FogError.self) { try await site.server.records(of: "Host!") }
        let spelt = await #expect(throws: FogError.self) { try await site.server.records(of: "snapni").list() }
        let field = await #expect(throws: FogError.self) {
            try await site.server.records(of: "group").list(where: ["nmae": .text("x")])
        }
        let changed = await #expect(throws: FogError.self) {
            try await site.server.records(of: "group").update(1, ["descripton": .text("x")])
        }

        #expect(name?.code == .invalidArgument)
        #expect(spelt?.code == .notFound && spelt?.hint == "did you mean \"snapin\"?")
        #expect(field?.code == .invalidArgument && field?.hint == "did you mean \"name\"?")
        #expect(changed?.code == .invalidArgument && changed?.hint == "did you mean \"description\"?")
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Searches for what can stand in a path`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let hosts = try await site.server.records(of: "host")

        let found = try await hosts.search("pc-00")
        let blank = await #expect(throws: FogError.self) { try await hosts.search("Lab A") }
        let pattern = await #expect(throws: FogError.self) { try await hosts.search("%") }

        #expect(found.count == 9 && found.allSatisfy { $0["name"]?.text?.hasPrefix("pc-00") == true })
        #expect(blank?.code == .invalidArgument && pattern?.code == .invalidArgument)
    }

    @Test func `Replaces no set, and deletes no row that takes others with it`() async throws {
        let site = Site()
        let group = try await site.server.records(of: "group")

        let set = await #expect(throws: FogError.self) {
            try await site.server.records(of: "host").update(1, ["macs": .list([])])
        }
        let image = await #expect(throws: FogError.self) { try await group.update(1, ["name": .text("")]) }
        let host = await #expect(throws: FogError.self) { try await site.server.records(of: "host").delete(1) }
        let type = await #expect(throws: FogError.self) { try await site.server.records(of: "tasktype").delete(1) }
        let zero = await #expect(throws: FogError.self) { try await group.delete(0) }

        #expect([set?.code, image?.code] == [.invalidArgument, .invalidArgument])
        #expect([host?.code, type?.code, zero?.code] == [.refused, .refused, .notFound])
        #expect(site.transport.changes.isEmpty)
    }

    @Test(arguments: [FogSim.Dialect.fog16beta, .fog16])
    func `Makes, changes and deletes rows where the server answers nothing for the one`(
        dialect: FogSim.Dialect
    ) async throws {
        let site = Site(dialect: dialect) { $0.quirks.insert(.getNullSingles) }
        let keys = try await site.server.records(of: "ipxe")

        let made = try await keys.create(["product": .text("A & B"), "manufacturer": .text("ACME"), "mac": .text("")])
        let id = try #require(made.id)
        let changed = try await keys.update(id, ["manufacturer": .text("Acme")])
        let found = try await keys.get(id)
        let gone = try await keys.delete(id)

        #expect(changed["manufacturer"] == .text("Acme") && found["product"] == .text("A & B") && gone.id == id)
        let missing = await #expect(throws: FogError.self) { try await keys.get(id) }
        #expect(missing?.code == .notFound)
    }

    @Test func `Deletes a row though the server answers nothing for what is gone`() async throws {
        let isGone = Mutex(false)
        let transport = ScriptedTransport { request, _ in
            if request.method == "DELETE" { isGone.withLock { $0 = true } }
            return .json(
                request.path.hasPrefix("/fog/ipxe?") && !isGone.withLock({ $0 })
                    ? #"{"data":[{"id":7}]}"#
                    : request.path.contains("?") ? #"{"data":[]}"# : "null"
            )
        }
        let keys = try await FogServer(transport, dialect: .six).records(of: "ipxe")

        #expect(try await keys.delete(7).id == 7)
        #expect(transport.changes.map(\.line) == ["DELETE /fog/ipxe/7"])
    }

    @Test(
        arguments: [
            (
                ["description": .text("new")], #"{"id":1,"name":"Lab","description":"old"}"#,
                "field \"description\" is as it was"
            ),
            (
                ["description": .text("a long text")], #"{"id":1,"name":"Lab","description":"a long"}"#,
                "became \"a long\""
            ),
            (
                ["kernel": .text("x"), "building": .integer(7)], #"{"id":1,"building":"6","kernel":"x"}"#,
                "became \"6\""
            ),
            (["description": .text("a  b ")], #"{"id":1,"description":"a b"}"#, nil),
            (["building": .integer(7)], #"{"id":1,"building":"seven"}"#, nil),
            (["building": .integer(7)], #"{"id":1}"#, nil),
        ] as [([String: DataValue], String, String?)]
    )
    func `Sees that every field was changed that the answer shows`(
        values: [String: DataValue],
        answer: String,
        complaint: String?
    ) async throws {
        let transport = ScriptedTransport { request, _ in
            request.method == "PUT"
                ? .json(answer) : .json(#"{"id":1,"name":"Lab","description":"old","building":3,"kernel":""}"#)
        }
        let groups = try await FogServer(transport).records(of: "group")
        var error: FogError?

        do {
            _ = try await groups.update(1, values)
        } catch let found as FogError {
            error = found
        }

        #expect(error?.code == (complaint == nil ? nil : .server))
        if let complaint { #expect(error?.message.contains(complaint) == true, "\(String(describing: error))") }
    }

    @Test(arguments: [DataValue.list([.integer(1)]), .map([.init("a", .integer(1))]), .list([])])
    func `Puts no list or map into a field`(value: DataValue) async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"id":1,"name":"x","plugins":[]}"#) }

        let error = await #expect(throws: FogError.self) {
            try await FogServer(transport).records(of: "oui").update(1, ["plugins": value])
        }

        #expect(error?.code == .invalidArgument)
        #expect(error?.message == "field \"plugins\" of an oui takes one value, no list or map")
        #expect(transport.changes.isEmpty)
    }

    @Test(arguments: [
        ("macaddressassociation", "hostID"), ("macaddressassociation", "primary"), ("task", "stateID"),
        ("task", "hostID"), ("scheduledtask", "taskTypeID"),
    ])
    func `Moves no row to another host and wakes none up again`(name: String, field: String) async throws {
        let site = Site()

        let update = await #expect(throws: FogError.self) {
            try await site.server.records(of: name).update(1, [field: .integer(2)])
        }
        let create = await #expect(throws: FogError.self) {
            try await site.server.records(of: name).create([field: .integer(2)])
        }

        #expect([update?.code, create?.code] == [.refused, .refused])
        #expect(site.transport.changes.isEmpty)
    }

    @Test func `Keeps back the values of one field without names`() async throws {
        let transport = ScriptedTransport { _, _ in .json(#"["fog","ftp-password"]"#) }
        let server = FogServer(transport)
        let path = "storagenode/ids/x/pass"

        let kept = try await server.raw(RawRequest(method: "GET", path: path))
        let shown = try await server.raw(RawRequest(method: "GET", path: path, revealingSecrets: true))

        guard case .keptBack = kept.body else { return #expect(Bool(false), "\(kept)") }
        #expect("\(shown)".contains("ftp-password"))
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Gives raw answers, errors among them`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)

        let host = try await site.server.raw(RawRequest(method: "get", path: "host/1"))
        let missing = try await site.server.raw(RawRequest(method: "GET", path: "/fog/host/999"))
        let path = await #expect(throws: FogError.self) {
            try await site.server.raw(RawRequest(method: "GET", path: "/fog/../etc"))
        }
        let method = await #expect(throws: FogError.self) {
            try await site.server.raw(RawRequest(method: "FETCH", path: "/fog/host"))
        }

        guard case .data(let row) = host.body else { return #expect(Bool(false), "\(host)") }
        #expect(host.status == 200 && row["name"] == .text("pc-001") && missing.status == 404)
        #expect(path?.code == .invalidArgument && method?.code == .invalidArgument)
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Cancels nothing by a raw request that names nothing`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        for number in [1, 2] {
            let host = try #require(HostID(number))
            _ = try await site.server.createTask(host, .name(.deploy), TaskOptions(), marker: .example(number))
        }
        let tasks = try await site.server.tasks(TaskQuery())

        await #expect(throws: FogError.self) {
            try await site.server.raw(RawRequest(method: "DELETE", path: "/fog/task/9999/cancel"))
        }
        await #expect(throws: FogError.self) {
            try await site.server.raw(RawRequest(method: "DELETE", path: "/fog/task/cancel"))
        }
        let one = try await site.server.raw(RawRequest(method: "DELETE", path: "/fog/task/\(tasks[0].id)/cancel"))

        #expect(one.status == 200)
        #expect(try await site.server.tasks(TaskQuery()).map(\.id) == [tasks[1].id])
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Sets secrets and never shows them`(dialect: FogSim.Dialect) async throws {
        let site = Site(dialect: dialect)
        let host = try #require(HostID(1))

        try await site.server.setSecret(.adPassword, of: host, to: Secret("hunter&2"))
        let count = site.transport.changes.count
        try await site.server.setSecret(.adPassword, of: host, to: Secret("hunter&2"))
        _ = try await site.server.updateHost(host, HostChanges(values: ["kernel": .text("bzImage-x")]))
        let record = try await site.server.records(of: "host").get(1)
        let whole = try await site.server.host(.id(host))

        #expect(try await site.server.secret(.adPassword, of: host)?.reveal() == "hunter&2")
        #expect(count == 1 && site.transport.changes.count == 2)
        #expect(record["ADPass"] == .secret && record["productKey"] != .secret)
        #expect(!String(reflecting: (record, whole)).contains("hunter"))
        let refused = await #expect(throws: FogError.self) {
            try await site.server.records(of: "host").update(1, ["ADPass": record["ADPass"] ?? .null])
        }
        #expect(refused?.code == .invalidArgument)
    }

    @Test(arguments: [
        ("FOG_TFTP_FTP_PASSWORD", true), ("FOG_API_TOKEN", true), ("FOG_STORAGENODE_MYSQLPASS", true),
        ("FOG_PROXY_PASSWORD", true), ("FOG_SSL_KEY", true), ("FOG_KEYMAP", false), ("FOG_KEY_SEQUENCE", false),
        ("FOG_USER_MINPASSLENGTH", false), ("FOG_TZ_INFO", false),
    ])
    func `Knows a secret setting by its name`(name: String, isSecret: Bool) {
        #expect(SecretNames.isSecret(setting: name) == isSecret)
    }
}
