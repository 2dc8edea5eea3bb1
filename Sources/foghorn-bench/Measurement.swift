/// Medians of both sides.
struct Measurement {
    /// Ours, for one operation.
    let nanoseconds: Double
    /// The peer's, for one operation; nil without a peer.
    let peerNanoseconds: Double?
    /// Median over the rounds of ours by the peer's, which were measured one after the other; nil without a peer.
    let ratio: Double?
    /// Megabytes by which this process grew at most while our side ran for the first time; nil where unknown.
    let megabytes: Double?

    /// One line of JSON.
    func json(of scenario: Scenario) -> String {
        var numbers: [(String, Double?)] =
            switch scenario.unit {
            case .operation: [("nanoseconds", nanoseconds), ("peer_nanoseconds", peerNanoseconds)]
            // A byte a nanosecond is a thousand megabytes a second.
            case .byte:
                [
                    ("megabytes_per_second", 1000 / nanoseconds),
                    ("peer_megabytes_per_second", peerNanoseconds.map { 1000 / $0 }),
                ]
            }
        numbers += [
            ("ratio", ratio), ("limit", scenario.limit),
            ("longest_nanoseconds", scenario.longest.map { $0 / .nanoseconds(1) }),
            ("most_above_peer_nanoseconds", scenario.mostAbovePeer.map { $0 / .nanoseconds(1) }),
        ]
        if let most = scenario.mostMegabytes { numbers += [("megabytes", megabytes), ("most_megabytes", most)] }
        var values = numbers.compactMap { name, number in
            number.map { "\"\(name)\": \(($0 * 100).rounded() / 100)" }
        }
        if let peer = scenario.peer { values.append("\"peer\": \"\(peer)\"") }
        return "  \"\(scenario.name)\": {" + values.joined(separator: ", ") + "}"
    }
}
