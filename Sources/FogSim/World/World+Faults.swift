extension World {
    /// Counts a request for every rule.
    ///
    /// - Returns: the effect of the first rule that strikes, delays aside, and all delays together.
    mutating func strike(_ method: String, _ path: String) -> (effect: FogSim.FaultRule.Effect?, delay: Duration) {
        var effect: FogSim.FaultRule.Effect?
        var delay = Duration.zero
        for (index, rule) in configuration.faults.enumerated() where rule.concerns(method, path, at: elapsed) {
            guard strikes(rule, index) else { continue }
            if case .delay(let time) = rule.effect { delay += time } else { effect = effect ?? rule.effect }
        }
        return (effect, delay)
    }

    /// Adds a rule.
    mutating func add(_ rule: FogSim.FaultRule) {
        configuration.faults.append(rule)
        faultCounts.append(FaultCount())
    }

    /// Takes all rules away.
    mutating func removeFaults() {
        configuration.faults = []
        faultCounts = []
    }

    private mutating func strikes(_ rule: FogSim.FaultRule, _ index: Int) -> Bool {
        faultCounts[index].seen += 1
        let count = faultCounts[index].seen - rule.skip
        guard count > 0, count % rule.every == 0, faultCounts[index].struck < rule.limit ?? .max,
            rule.probability >= 1 || chance.fraction() < rule.probability
        else { return false }
        faultCounts[index].struck += 1
        return true
    }
}

/// What a fault rule has done so far.
struct FaultCount: Sendable {
    /// Requests that it looked at.
    var seen = 0
    /// Requests that it struck.
    var struck = 0
}

extension FogSim.FaultRule.Effect {
    /// Answer in the place of the server's; `nil` where the request is looked at.
    var reply: Reply? {
        switch self {
        case .crash, .dropRequest, .hang: .crash
        case .page(let status):
            Reply(
                status: status,
                contentType: Reply.html,
                body: Array("<html><body><h1>\(status)</h1></body></html>\n".utf8),
                isFromPHP: false
            )
        case .redirect(let place):
            Reply(status: 302, contentType: Reply.html, location: place, body: [], isFromPHP: false)
        case .dropAnswer, .cutAnswer, .hangAfter, .delay, .warning: nil
        }
    }

    /// How much of an answer of so many bytes reaches the caller.
    func delivery(of count: Int) -> FogSim.Delivery {
        switch self {
        case .dropRequest, .dropAnswer: .lost
        case .hang, .hangAfter: .never
        case .cutAnswer(let bytes) where bytes < count: .cut(after: bytes)
        default: .whole
        }
    }

    /// Text that PHP writes before the answer where a warning is to be seen.
    var prefix: [UInt8] {
        guard self == .warning else { return [] }
        let place = "/var/www/fog/lib/fog/fogbase.class.php"
        return Array("<br />\n<b>Warning</b>:  Undefined array key 0 in <b>\(place)</b> on line <b>1</b><br />\n".utf8)
    }
}
