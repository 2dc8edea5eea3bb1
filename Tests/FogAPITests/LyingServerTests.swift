import FogAPI
import FogModel
import Synchronization
import TestSupport
import Testing

/// Whole lists of servers that lie about them: every reading gives values or an error, and ends.
@Suite struct LyingServerTests {
    /// What a server does wrong; it goes on with it for all of a reading.
    private struct Liar: Sendable {
        var dice: Dice
        /// Whether its lists look like those of a 1.6.
        let isSix: Bool
        let total: Int?
        let totalShrinks: Bool
        let links: Bool
        let cuts: Bool
        let ignoresPlace: Bool
        let ignoresFilter: Bool
        let refusesFilter: Bool
        let isEndless: Bool
        let crashes: Int
        let rows: Int
        private var answered = 0

        init(seed: UInt64) {
            var dice = Dice(seed: seed)
            func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &dice) == 0 }
            isSix = one(in: 2)
            total = [nil, 0, 3, 40, 1_000_000_000, .max, .min].randomElement(using: &dice) ?? nil
            totalShrinks = one(in: 4)
            links = one(in: 2)
            cuts = one(in: 4)
            ignoresPlace = one(in: 4)
            ignoresFilter = one(in: 3)
            refusesFilter = one(in: 6)
            // Each costs thousands of requests.
            isEndless = one(in: 150)
            crashes = [0, 0, 0, 9, 3].randomElement(using: &dice) ?? 0
            rows = [0, 1, 7, 40].randomElement(using: &dice) ?? 0
            self.dice = dice
        }

        mutating func answer(_ request: ScriptedTransport.Sent) -> ScriptedTransport.Reply {
            answered += 1
            // Ends a reading that would go on for ever; it has failed by then.
            if answered > 40_000 { return .failure(TransportError(.malformed, "enough", mayHaveArrived: true)) }
            if crashes > 0, Int.random(in: 0..<crashes, using: &dice) == 0 { return mishap() }
            if refusesFilter, request.path.contains("filter=") { return .json(#"{"error":"?"}"#, status: 400) }
            let query = request.path.split { !$0.isNumber }.compactMap { Int($0) }
            let start = ignoresPlace ? 0 : query.first ?? 0
            let wanted = request.body.map { $0.split { !$0.isNumber }.compactMap { Int($0) } }
            let ids: [Int] =
                if isEndless {
                    (0..<max(1, rows)).map { answered * 100 + $0 }
                } else if let wanted, !ignoresFilter {
                    wanted.filter { $0 <= rows || Int.random(in: 0..<50, using: &dice) == 0 }
                } else {
                    Array((1...max(1, rows)).dropFirst(start).prefix(Int.random(in: 1...20, using: &dice)))
                }
            return .json(envelope(ids.map { row($0) }, of: request.path))
        }

        private mutating func mishap() -> ScriptedTransport.Reply {
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: .failure(TransportError(.timedOut, "no answer", mayHaveArrived: true))
            case 1: .failure(TransportError(.cut, "cut", mayHaveArrived: true))
            case 2: .json("null")
            case 3: .json(#"{"data":null}"#)
            case 4: .empty(503)
            default: .empty(500, type: "text/html")
            }
        }

        private mutating func row(_ id: Int) -> String {
            let number = Int.random(in: 0..<60, using: &dice) == 0 ? "9223372036854775807" : String(id)
            return
                #"{"id":\#(number),"name":"n\#(id % 5)","hostID":"\#(number)","mac":"02:00:00:00:00:01","stateID":1}"#
        }

        private mutating func envelope(_ rows: [String], of path: String) -> String {
            let list = "[\(rows.joined(separator: ","))]"
            guard isSix else {
                let word = path.split { "/?".contains($0) }.dropFirst().first ?? ""
                return #"{"count":\#(total ?? 1),"\#(word)s":\#(list)}"#
            }
            var members = [#""data":\#(list)"#]
            if let total {
                members.append(#""recordsFiltered":\#(totalShrinks && total > answered ? total - answered : total)"#)
            }
            if links { members.append(#""nextUrl":"\/fog\/next""#) }
            if cuts { members.append(#""truncated":true"#) }
            return "{\(members.joined(separator: ","))}"
        }
    }

    private static let readings: [@Sendable (FogServer) async throws -> Int] = [
        { try await $0.hosts().count },
        { try await $0.images().count },
        { try await $0.tasks().count },
        { try await $0.hosts((1...300).compactMap { HostID($0) }).count },
        { try await $0.hosts(matching: try Selector("n1,n2*")).count },
        { try await $0.values("image", ["name"], filter: .equals("name", "n1")).count },
        { try await $0.associations("groupassociation", ["hostID"]).count },
        { try await $0.rows(ScheduledTask.self).count },
        { try await $0.records(of: "history").list().count },
        { try await $0.row(Identifier<Image>(1) ?? { throw CancellationError() }()).id.number },
        { server in
            var count = 0
            for try await page in server.hostPages() { count += page.count }
            return count
        },
    ]

    @Test func `Ends with every server that lies about its lists`() async throws {
        var outcomes: [String: Int] = [:]
        for seed in 0..<1_000 {
            let liar = Mutex(Liar(seed: UInt64(seed)))
            let isSix = liar.withLock { $0.isSix }
            let transport = ScriptedTransport { request, _ in liar.withLock { $0.answer(request) } }
            // Now and then it is taken for the other family.
            let server = FogServer(transport, dialect: isSix == (seed % 10 > 0) ? .six : .five)
            do {
                let count = try await Self.readings[seed % Self.readings.count](server)
                outcomes[count > 0 ? "rows" : "none", default: 0] += 1
            } catch let error as FogError {
                outcomes[error.message.contains("without end") ? "endless" : error.code.rawValue, default: 0] += 1
            }
            // A list, and a few that complete it.
            #expect(transport.sent.count < 30_000, "seed \(seed)")
        }

        #expect(Set(outcomes.keys).isSuperset(of: ["rows", "none", "endless", "server"]), "\(outcomes)")
    }
}
