/// Something that is measured beside a peer.
struct Scenario: Sendable {
    /// Name, `area.case`.
    let name: String
    /// What it is compared with.
    let peer: String
    /// Largest ratio that is good enough.
    let limit: Double
    /// Sets up, and answers the two sides: each runs once and answers how many operations that was.
    let sides: @Sendable () throws -> (ours: () throws -> Int, peers: () throws -> Int)

    /// Measures both sides by turns, so that a change of the machine's speed meets both.
    func measure(rounds: Int = 51) throws -> Measurement {
        let (ours, peers) = try sides()
        var ourTimes: [Double] = []
        var peerTimes: [Double] = []
        _ = try (ours(), peers())
        for _ in 0..<rounds {
            ourTimes.append(try nanosecondsPerOperation(ours))
            peerTimes.append(try nanosecondsPerOperation(peers))
        }
        return Measurement(
            nanoseconds: median(ourTimes),
            peerNanoseconds: median(peerTimes),
            ratio: median(zip(ourTimes, peerTimes).map { $0 / $1 })
        )
    }

    private func nanosecondsPerOperation(_ side: () throws -> Int) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let count = try side()
        return (clock.now - start) / .nanoseconds(1) / Double(count)
    }

    private func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
}

/// Medians of both sides.
struct Measurement {
    /// Ours, for one operation.
    let nanoseconds: Double
    /// The peer's, for one operation.
    let peerNanoseconds: Double

    /// Median over the rounds of ours by the peer's, which were measured one after the other.
    let ratio: Double

    /// One line of JSON.
    func json(of scenario: Scenario) -> String {
        let values = [("nanoseconds", nanoseconds), ("peer_nanoseconds", peerNanoseconds), ("ratio", ratio)]
        let numbers = values.map { "\"\($0.0)\": \(($0.1 * 100).rounded() / 100)" }.joined(separator: ", ")
        return "  \"\(scenario.name)\": {\(numbers), \"peer\": \"\(scenario.peer)\", \"limit\": \(scenario.limit)}"
    }
}

/// Why a scenario could not be measured.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String
}
