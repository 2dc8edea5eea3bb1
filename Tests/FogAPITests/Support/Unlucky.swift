import FogAPI
import FogModel
import FogSim
import FogSimTransport
import Foundation

/// A simulated site that is reached over a network where much goes wrong, and a book of all that was asked of it.
struct Unlucky: Sendable {
    let sim: FogSim
    let transport: MishapTransport
    let server: FogServer
    let clock = HastyClock()

    init(_ dialect: FogSim.Dialect, seed: UInt64, odds: Int = 6) {
        var lab = Site.lab
        lab.dialect = dialect
        sim = FogSim(configuration: lab, seed: seed, start: Date(timeIntervalSince1970: 1_800_000_000))
        let clock = clock
        transport = MishapTransport(FogSimTransport(sim) { clock.now.elapsed }, seed: seed, odds: odds) {
            clock.now.elapsed
        }
        server = FogServer(
            transport,
            credentials: FogCredentials(
                apiToken: Secret(lab.access.apiToken),
                userToken: Secret(lab.access.userToken)
            ),
            clock: clock,
            limits: FogLimits(attempts: 2),
            dialect: nil
        )
        let rows = """
            {"rows":{"snapin":[{"id":1,"name":"a","file":"a","isEnabled":"1"},{"id":2,"name":"b","file":"b","isEnabled":"1"}],
            "snapinassociation":[{"id":1,"hostID":1,"snapinID":1},{"id":2,"hostID":1,"snapinID":2},
            {"id":3,"hostID":2,"snapinID":1}]}}
            """
        precondition(sim.patch(Array(rows.utf8)), "the rows do not fit the simulator's tables")
    }

    // MARK: - Past the API

    /// Tasks in the database.
    var tasks: [Row] { sim.rows(of: "task").map(Row.init) }

    /// Tasks of a multicast session in the database.
    func members(of session: Int) -> Set<Int> {
        let rows = sim.rows(of: "multicastsessionassociation").filter { $0["msID"] == "\(session)" }
        return Set(rows.compactMap { $0["taskID"].flatMap { Int($0) } })
    }

    /// Has a host finish what it has to do.
    func finish(_ task: Int) {
        _ = sim.patch(Array(#"{"rows":{"task":[{"id":\#(task),"stateID":4}]}}"#.utf8))
    }

    /// A task as it is in the database.
    struct Row: Sendable {
        let id: Int
        let host: Int
        let state: Int
        let name: String

        init(_ row: [String: String]) {
            id = row["id"].flatMap { Int($0) } ?? 0
            host = row["hostID"].flatMap { Int($0) } ?? 0
            state = row["stateID"].flatMap { Int($0) } ?? 0
            name = row["name"] ?? ""
        }

        var isActive: Bool { state < 4 }
        /// Mark at the beginning of the name.
        var marker: String { String(name.prefix(TaskMarker.length)) }
    }
}
