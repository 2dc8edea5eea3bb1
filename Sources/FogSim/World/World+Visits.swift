import HTTPTypes

extension World {
    /// Takes a request and answers it at once, whatever time that should take.
    mutating func respond(to request: HTTPRequest, _ body: [UInt8]) -> FogSim.Answer {
        let (arrival, _) = arrive(request, body)
        return conclude(arrival)
    }

    /// Takes a request that takes effect and is answered when its time has come.
    mutating func receive(_ request: HTTPRequest, _ body: [UInt8]) -> FogSim.Visit {
        let (arrival, delay) = arrive(request, body)
        let number = arrival.number
        if arrival.fault == .hang { return FogSim.Visit(number: number, due: nil) }
        let latency = drawLatency()
        let due = elapsed + latency + delay
        pending[number] = arrival
        if arrival.fault != .hangAfter { awaited.insert(number) }
        if due > elapsed {
            // A request looks in the first half of its time.
            agenda.add(.look(request: number), at: elapsed + latency * (chance.fraction() / 2))
            agenda.add(.answer(request: number), at: due)
        } else {
            answer(number)
        }
        return FogSim.Visit(number: number, due: arrival.fault == .hangAfter ? nil : due)
    }

    /// Gives the answer to a request whose time has come; `nil` before, and after it was given.
    mutating func collect(_ number: Int) -> FogSim.Answer? {
        guard let answer = answers.removeValue(forKey: number) else { return nil }
        awaited.remove(number)
        return answer
    }

    /// Forgets that anybody waits for an answer.
    mutating func leave(_ number: Int) {
        awaited.remove(number)
        answers[number] = nil
    }

    /// Lets a request see what there is, before it takes effect.
    mutating func look(_ number: Int) {
        pending[number]?.sight = store["task"].nextID
    }

    /// Lets a request take effect.
    mutating func answer(_ number: Int) {
        guard let arrival = pending.removeValue(forKey: number) else { return }
        var answer = conclude(arrival)
        if configuration.outages.contains(where: { $0.contains(elapsed) }) { answer.delivery = .lost }
        if awaited.contains(number) { answers[number] = answer }
    }

    private mutating func arrive(_ request: HTTPRequest, _ body: [UInt8]) -> (Arrival, delay: Duration) {
        requestCount += 1
        let (fault, delay) = strike(request.method.rawValue, request.path ?? "/")
        return (Arrival(number: requestCount, request: request, body: body, fault: fault), delay)
    }

    private mutating func drawLatency() -> Duration {
        let range = configuration.latency
        guard range.upperBound > range.lowerBound else { return range.lowerBound }
        return range.lowerBound + (range.upperBound - range.lowerBound) * chance.fraction()
    }
}
