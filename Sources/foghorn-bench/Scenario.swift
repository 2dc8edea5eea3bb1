/// Something that is measured, beside a peer or against a bound.
struct Scenario: Sendable {
    /// What is run by turns: each side runs once and answers how many operations that was.
    typealias Side = () throws -> Int

    /// Name, `area.case`.
    let name: String
    /// What it is compared with; nil for nothing.
    var peer: String?
    /// Largest ratio to the peer that is good enough; nil for none.
    var limit: Double?
    /// Longest time of one operation that is good enough; nil for none.
    var longest: Duration?
    /// How often both sides run.
    var rounds = 51
    /// Sets up.
    let sides: @Sendable () throws -> (ours: Side, peers: Side?)

    /// Measures both sides by turns, so that a change of the machine's speed meets both.
    func measure() throws -> Measurement {
        let (ours, peers) = try sides()
        var ourTimes: [Double] = []
        var peerTimes: [Double] = []
        _ = try (ours(), peers?())
        for _ in 0..<rounds {
            ourTimes.append(try nanosecondsPerOperation(ours))
            if let peers { peerTimes.append(try nanosecondsPerOperation(peers)) }
        }
        return Measurement(
            nanoseconds: median(ourTimes),
            peerNanoseconds: peers == nil ? nil : median(peerTimes),
            ratio: peers == nil ? nil : median(zip(ourTimes, peerTimes).map { $0 / $1 })
        )
    }

    /// Whether a measurement is good enough.
    func accepts(_ result: Measurement) -> Bool {
        (result.ratio ?? 0) <= limit ?? .infinity
            && result.nanoseconds <= longest.map { $0 / .nanoseconds(1) } ?? .infinity
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
    /// The peer's, for one operation; nil without a peer.
    let peerNanoseconds: Double?

    /// Median over the rounds of ours by the peer's, which were measured one after the other; nil without a peer.
    let ratio: Double?

    /// One line of JSON.
    func json(of scenario: Scenario) -> String {
        let numbers: [(String, Double?)] = [
            ("nanoseconds", nanoseconds), ("peer_nanoseconds", peerNanoseconds), ("ratio", ratio),
            ("limit", scenario.limit), ("longest_nanoseconds", scenario.longest.map { $0 / .nanoseconds(1) }),
        ]
        var values = numbers.compactMap { name, number in
            number.map { "\"\(name)\": \(($0 * 100).rounded() / 100)" }
        }
        if let peer = scenario.peer { values.append("\"peer\": \"\(peer)\"") }
        return "  \"\(scenario.name)\": {" + values.joined(separator: ", ") + "}"
    }
}

/// Why a scenario could not be measured.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String
}
