import CBenchPeer
import TestSupport

/// Something that is measured, beside a peer or against a bound.
struct Scenario: Sendable {
    /// What is run by turns: each side runs once and answers how many operations that was.
    typealias Side = () async throws -> Int

    /// What is counted.
    enum Unit: Sendable {
        case operation
        /// Bytes that were read, so that the speed shows as megabytes a second.
        case byte
    }

    /// Name, `area.case`.
    let name: String
    /// What it is compared with; nil for nothing.
    var peer: String?
    /// What both sides count.
    var unit: Unit = .operation
    /// Largest ratio to the peer that is good enough; nil for none.
    var limit: Double?
    /// Longest time of one operation that is good enough; nil for none.
    var longest: Duration?
    /// Longest that one operation may take beyond the peer's; nil for none.
    var mostAbovePeer: Duration?
    /// Most memory in megabytes by which this process may grow while our side runs; nil for any.
    var mostMegabytes: Double?
    /// How often both sides run.
    var rounds = 51
    /// Sets up.
    let sides: @Sendable () async throws -> (ours: Side, peers: Side?)

    /// Measures both sides by turns, so that a change of the machine's speed meets both.
    func measure() async throws -> Measurement {
        let (ours, peers) = try await sides()
        var ourTimes: [Double] = []
        var peerTimes: [Double] = []
        bench_trim()
        let memory = PeakMemory()
        _ = try await ours()
        let growth = memory?.growth()
        _ = try await peers?()
        for _ in 0..<rounds {
            ourTimes.append(try await nanosecondsPerOperation(ours))
            if let peers { peerTimes.append(try await nanosecondsPerOperation(peers)) }
        }
        return Measurement(
            nanoseconds: median(ourTimes),
            peerNanoseconds: peers == nil ? nil : median(peerTimes),
            ratio: peers == nil ? nil : median(zip(ourTimes, peerTimes).map { $0 / $1 }),
            megabytes: growth
        )
    }

    /// Whether a measurement is good enough.
    func accepts(_ result: Measurement) -> Bool {
        (result.ratio ?? 0) <= limit ?? .infinity
            && result.nanoseconds <= longest.map { $0 / .nanoseconds(1) } ?? .infinity
            && result.nanoseconds - (result.peerNanoseconds ?? 0)
                <= mostAbovePeer.map { $0 / .nanoseconds(1) } ?? .infinity
            && (result.megabytes ?? 0) <= mostMegabytes ?? .infinity
    }

    private func nanosecondsPerOperation(_ side: Side) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let count = try await side()
        return (clock.now - start) / .nanoseconds(1) / Double(count)
    }

    private func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
}

/// Why a scenario could not be measured.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String
}
