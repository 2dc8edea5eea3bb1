import FogBroker
import FogModel
import FogOperations
import TestSupport
import Testing

/// Asks the broker ten thousand things under ten thousand policies, and ten lines of this test the same.
@Suite struct PermissionPropertyTests {
    /// An operation, and what a person would say of it.
    struct Deed: Sendable {
        var operation: FogOperation
        /// Word of the grant that it needs.
        var verb: String
        /// Whether no wildcard grants it.
        var isDestructive: Bool
        /// Hosts that it changes; nil where nobody can say.
        var hosts: Set<Int>?
        /// Whether they count as changed.
        var counts = true
    }

    /// A grant in plain words.
    struct Rule: Sendable {
        var verb: String
        var hosts: String?
        var text: String { verb + (hosts.map { "@" + $0 } ?? "") }
    }

    /// A layer in plain words.
    struct Policy: Sendable {
        var allow: [Rule]?
        var deny: [Rule]
        var confined: String?
        var most: Int?
    }

    /// What selectors mean in a lab of nine hosts, of which the first six are in Lab A.
    private static let meanings: [String: Set<Int>] = [
        "pc-001": [1], "pc-00*": Set(1...9), "group:Lab A": Set(1...6), "group:Lab B": Set(7...9), "id:2-4": [2, 3, 4],
        "!pc-003": Set(1...9).subtracting([3]), "group:Lab A,!id:5-6": Set(1...4), "none": [],
    ]

    private static let verbs = [
        "read", "write:host", "write:group", "write:image", "write:user", "write:*", "delete:host", "delete:image",
        "task:deploy", "task:fast_wipe", "task:multicast", "task:capture", "task:*", "cancel", "setting", "raw",
    ]

    private static let deeds: [Deed] = [
        Deed(operation: .hosts(.list(nil)), verb: "read", isDestructive: false, hosts: [], counts: false),
        Deed(operation: .hosts(.update(id(2), HostChanges())), verb: "write:host", isDestructive: false, hosts: [2]),
        Deed(operation: .hosts(.update(id(8), HostChanges())), verb: "write:host", isDestructive: false, hosts: [8]),
        Deed(operation: .rows(.delete(.host, 3)), verb: "delete:host", isDestructive: true, hosts: [3]),
        Deed(
            operation: .rows(.delete(.image, 1)),
            verb: "delete:image",
            isDestructive: true,
            hosts: Set(1...6),
            counts: false
        ),
        Deed(operation: .rows(.update(.group, 2, [:])), verb: "write:group", isDestructive: false, hosts: [7, 8, 9]),
        Deed(
            operation: .links(.add(.groupHosts, [1, 9], to: 2)),
            verb: "write:group",
            isDestructive: false,
            hosts: [1, 9]
        ),
        Deed(operation: .rows(.update(.user, 1, [:])), verb: "write:user", isDestructive: true, hosts: []),
        Deed(operation: deploy(4), verb: "task:deploy", isDestructive: false, hosts: [4]),
        Deed(operation: deploy(7), verb: "task:deploy", isDestructive: false, hosts: [7]),
        Deed(
            operation: .tasks(.create(id(5), .id(id(18)), TaskOptions())),
            verb: "task:fast_wipe",
            isDestructive: true,
            hosts: [5]
        ),
        Deed(
            operation: .tasks(.create(id(6), .name(.capture), TaskOptions())),
            verb: "task:capture",
            isDestructive: true,
            hosts: [6]
        ),
        Deed(
            operation: .tasks(.multicast([id(1), id(2), id(7)], image: nil, TaskOptions())),
            verb: "task:multicast",
            isDestructive: false,
            hosts: [1, 2, 7]
        ),
        Deed(
            operation: .tasks(.cancelSession(id(99))),
            verb: "cancel",
            isDestructive: true,
            hosts: []
        ),
        Deed(
            operation: .records(.update(className: "setting", 1, [:])),
            verb: "setting",
            isDestructive: true,
            hosts: []
        ),
        Deed(
            operation: .records(.send(method: "DELETE", path: "/fog/host/1", query: "", body: nil)),
            verb: "raw",
            isDestructive: true,
            hosts: nil
        ),
    ]

    private static func deploy(_ host: Int) -> FogOperation { .tasks(.create(id(host), .name(.deploy), TaskOptions())) }

    // MARK: - The model

    /// Says whether a deed is permitted, after others that were.
    private static func permits(_ policy: Policy, _ deed: Deed, after changed: Set<Int>) -> Bool {
        func speaksOf(_ rule: Rule, _ isDenial: Bool) -> Bool {
            if rule.verb == deed.verb { return true }
            return rule.verb.hasSuffix("*") && deed.verb.hasPrefix(rule.verb.dropLast())
                && (isDenial || !deed.isDestructive)
        }
        func union(_ rules: [Rule]) -> Set<Int> {
            rules.reduce(into: []) { $0.formUnion(meanings[$1.hosts ?? ""] ?? []) }
        }
        func areAll(in allowed: Set<Int>) -> Bool {
            deed.hosts.map { !$0.isEmpty && $0.isSubset(of: allowed) } ?? false
        }
        let denials = policy.deny.filter { speaksOf($0, true) }
        if denials.contains(where: { $0.hosts == nil }) { return false }
        if !denials.isEmpty, deed.hosts.map({ !$0.isDisjoint(with: union(denials)) }) ?? true { return false }
        if let confined = policy.confined, deed.verb != "read", !areAll(in: meanings[confined] ?? []) { return false }
        if let allow = policy.allow?.filter({ speaksOf($0, false) }) {
            if !allow.contains(where: { $0.hosts == nil }), !areAll(in: union(allow)) { return false }
        }
        guard let most = policy.most, deed.counts, let hosts = deed.hosts else { return true }
        return hosts.isSubset(of: changed) || changed.union(hosts).count <= most
    }

    // MARK: - The dice

    private static func rule(_ dice: inout Dice, isDenial: Bool) -> Rule {
        let verb = dice.one(of: isDenial ? verbs + ["delete:*"] : verbs)
        let takesHosts = !["read", "setting", "raw"].contains(verb)
        return Rule(
            verb: verb,
            hosts: takesHosts && dice.isOne(in: 2) ? dice.one(of: meanings.keys.sorted()) : nil
        )
    }

    private static func policy(_ dice: inout Dice) -> Policy {
        Policy(
            allow: dice.isOne(in: 3) ? nil : (0..<dice.number(below: 8)).map { _ in rule(&dice, isDenial: false) },
            deny: dice.isOne(in: 2) ? [] : (0..<dice.number(below: 3)).map { _ in rule(&dice, isDenial: true) },
            confined: dice.isOne(in: 5) ? dice.one(of: meanings.keys.sorted()) : nil,
            most: dice.isOne(in: 3) ? dice.number(below: 5) : nil
        )
    }

    private static func set(_ policy: Policy) throws -> PermissionSet {
        PermissionSet(
            allow: try policy.allow?.map { try Grant($0.text) },
            deny: try policy.deny.map { try Grant($0.text, for: .denying) },
            hosts: try policy.confined.map { try Selector(parsing: $0) },
            maxHosts: policy.most
        )
    }

    @Test func `Lets through exactly what ten lines let through`() async throws {
        var dice = Dice(seed: 5)
        let lab = PermissionLab()
        var counts = (granted: 0, refused: 0)

        for round in 0..<3_400 {
            // A site's policy, a run's grants, and for some what the script itself takes away.
            let policies = (0..<(1 + dice.number(below: 3))).map { _ in Self.policy(&dice) }
            var layers = [PermissionLayer(.site("policy.yaml"), try Self.set(policies[0]))]
            if policies.count > 1 { layers.append(PermissionLayer(.run, try Self.set(policies[1]))) }
            let broker = lab.broker(RunPermissions(layers))
            var handle: Int?
            if policies.count > 2 {
                let call = FogCall(number: 1, operation: .session(.restrict(try Self.set(policies[2]))))
                guard case .numbers(let numbers) = try await broker.answer(call) else { continue }
                handle = numbers.first
            }
            var changed: Set<Int> = []
            for _ in 0..<3 {
                let deed = dice.one(of: Self.deeds)
                let isPermitted = policies.allSatisfy { Self.permits($0, deed, after: changed) }
                let before = lab.transport.changes.all.count
                let denial = await lab.denial(deed.operation, broker, handle: handle)

                #expect(
                    (denial == nil) == isPermitted,
                    "round \(round): \(deed.verb) \(policies) \(denial?.message ?? "")"
                )
                if denial != nil { #expect(lab.transport.changes.all.count == before, "sent though refused") }
                if isPermitted, deed.counts { changed.formUnion(deed.hosts ?? []) }
                if isPermitted { counts.granted += 1 } else { counts.refused += 1 }
            }
        }

        #expect(counts.granted + counts.refused > 10_000)
        #expect(min(counts.granted, counts.refused) > 1_500, "\(counts)")
    }
}
