import FogBroker
import FogModel
import FogOperations
import FogSession
import FogSim
import Synchronization
import Testing

/// What the workflows that come with Foghorn declare, and what they do when they are called off.
@Suite struct WorkflowCancelTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var arguments: [String: ScriptValue] = [:]
        /// Words in the report that a run prints which is called off at its work; nil where nothing is changed.
        var report: String?
        /// Work after which it has begun; the report comes from then on.
        var begins: @Sendable (FogOperation) -> Bool = { $0.isChange }

        var testDescription: String { name }

        func source() throws -> ScriptSource { try WorkflowSite.source(name) }
    }

    static let apply = ScriptValue.boolean(true)

    private static func isWait(_ operation: FogOperation) -> Bool {
        if case .tasks(.wait(_, _)) = operation { return true }
        return false
    }

    static let cases: [Case] = [
        Case(
            name: "reimage-in-waves",
            arguments: ["hosts": .string("group:Lab B,!pc-025,!pc-030")],
            report: " of 8 hosts done"
        ),
        Case(
            name: "golden-capture",
            arguments: ["host": .string("pc-001"), "image": .string("Ubuntu 24.04")],
            report: "pc-001: called off before it ended"
        ),
        Case(name: "watch-tasks", report: "3 still active", begins: isWait),
        Case(
            name: "hosts-from-csv",
            arguments: ["file": FileValue(name: "a.csv", text: HostWorkflowTests.csv).value, "apply": apply],
            report: ", of 5 rows"
        ),
        Case(
            name: "approve-pending-macs",
            arguments: ["approve": .list([.string("02:f0")]), "apply": apply],
            report: " denied of 3"
        ),
        Case(
            name: "shared-macs",
            arguments: ["adapter": .list([.string("00:e0:4c")]), "apply": apply],
            report: " of 2 addresses removed"
        ),
        Case(
            name: "image-by-model",
            arguments: ["rule": .list([.string("*=Windows 11")]), "apply": apply],
            report: " hosts changed"
        ),
        Case(
            name: "snapins-after-imaging",
            arguments: ["hosts": .string("id:1-3"), "deploy": apply],
            report: " of 3 hosts done"
        ),
        Case(name: "imaging-report"), Case(name: "stale-hosts", arguments: ["into_group": .string("Stale")]),
        Case(name: "wake-with-proof", arguments: ["hosts": .string("id:1-3")], report: " of 3 hosts came"),
        Case(name: "server-check"),
    ]

    private static func site() -> SimulatedSite {
        SimulatedSite { configuration in
            configuration.deploys = ["pc-018", "pc-019", "pc-020"].map { FogSim.Deploy(host: $0) }
        }
    }

    @Test(arguments: cases)
    func `Declares all that it does`(_ row: Case) async throws {
        let effects = Mutex<Set<Effect>>([])
        let run = try await Self.site().run(
            row.source(),
            row.arguments,
            onCall: { _, operation in
                effects.withLock { _ = $0.insert(operation.effect) }
                return .goOn
            }
        )

        // None calls off more than it has begun itself: that needs no grant.
        let done = Set(effects.withLock { $0 }.map(\.description)).subtracting(["nothing", "cancel"])
        #expect(done.isSubset(of: run.permissions), "does \(done.sorted()), declares \(run.permissions)")
        #expect(run.permissions.first == "read")
    }

    @Test(arguments: cases)
    func `Does with what it declares all that it does with everything`(_ row: Case) async throws {
        let free = try await Self.site().run(row.source(), row.arguments)
        var site = Self.site()
        site.grants = PermissionSet(allow: try free.permissions.map { try Grant($0) }, maxHosts: 30)

        let confined = try await site.run(row.source(), row.arguments)

        #expect(confined.failure == nil && free.failure == nil, "\(String(describing: confined.failure))")
        #expect(confined.text == free.text)
    }

    @Test(arguments: cases)
    func `Changes nothing where it may only read`(_ row: Case) async throws {
        var site = Self.site()
        site.grants = PermissionSet(allow: [Grant(.read)])

        let run = try await site.run(row.source(), row.arguments)

        #expect(run.requests.allSatisfy { $0.hasPrefix("GET") }, "\(run.requests)")
    }

    @Test(arguments: cases)
    func `Cleans up and says what is still active, wherever it is called off`(_ row: Case) async throws {
        let whole = try await Self.site().run(row.source(), row.arguments)
        #expect(whole.failure == nil, "\(String(describing: whole.failure))")

        for share in 0..<6 {
            let at = 1 + share * max(1, whole.operations / 2) / 6
            let begins = Mutex<Int?>(nil)
            let run = try await Self.site().run(
                row.source(),
                row.arguments,
                onCall: { number, operation in
                    if row.begins(operation) { begins.withLock { $0 = min($0 ?? number, number) } }
                    return number == at ? .cancel : .goOn
                }
            )

            #expect(run.failure?.kind == .cancelled, "call \(at): \(String(describing: run.failure))")
            if let report = row.report, let begun = begins.withLock({ $0 }), begun < at {
                #expect(run.printed.last { $0.contains(report) } != nil, "call \(at): \(run.text)")
            }
            for task in run.active {
                #expect(run.text.contains("task \(task.task.number) "), "call \(at): \(task) \(run.text)")
            }
        }
    }

    @Test(arguments: cases.filter { $0.report != nil })
    func `Stops at once the second time`(_ row: Case) async throws {
        let state = Mutex((isCalledOff: false, printed: 0))
        let run = try await Self.site().run(
            row.source(),
            row.arguments,
            onCall: { _, operation in
                state.withLock { state in
                    if state.isCalledOff { return .kill }
                    state.isCalledOff = row.begins(operation)
                    return state.isCalledOff ? .cancel : .goOn
                }
            }
        )

        #expect(run.failure?.kind == .cancelled, "\(String(describing: run.failure))")
    }
}
