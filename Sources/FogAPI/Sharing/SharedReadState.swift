/// One who has joined a shared read.
struct SharedReadTicket: Hashable {
    /// Number of the request that it waits for.
    let batch: Int
    let number: Int
}

/// Who waits for which request of a ``SharedRead``, and who leads.
struct SharedReadState<Key: Hashable & Sendable, Value: Sendable> {
    /// What one who waits is to do.
    enum Call {
        case lead
        case finish(Result<Value, any Error>)
        case leave
    }

    typealias Continuation = CheckedContinuation<Call, Never>

    /// One who is to be woken, once the state is no longer locked.
    struct Waking {
        let continuation: Continuation
        let call: Call

        func resume() { continuation.resume(returning: call) }
    }

    /// Where one who waits is.
    private enum Place {
        case busy
        case asleep(Continuation)
        case finished(Result<Value, any Error>)
        case cancelled
    }

    private struct Member {
        let number: Int
        let key: Key
        var place = Place.busy
    }

    private struct Batch {
        var members: [Member] = []
        var keys: Set<Key> = []
        var hasLeader = false
    }

    private let most: Int
    private var batches: [Int: Batch] = [:]
    /// Batch that may still be joined.
    private var open: Int?
    private var last = 0

    init(most: Int) {
        self.most = most
    }

    /// Joins the request that has not been sent yet, or begins one.
    mutating func join(_ key: Key) -> SharedReadTicket {
        last += 1
        var place = open ?? last
        var batch = batches[place] ?? Batch()
        if batch.keys.count >= most, !batch.keys.contains(key) {
            place = last
            batch = Batch()
        }
        batch.keys.insert(key)
        batch.members.append(Member(number: last, key: key))
        batches[place] = batch
        open = place
        return SharedReadTicket(batch: place, number: last)
    }

    /// Whether several wait for a request.
    func isShared(_ batch: Int) -> Bool { batches[batch].map { $0.members.count > 1 } ?? false }

    /// Forgets one who has its answer, or wants none any more.
    mutating func leave(_ ticket: SharedReadTicket) {
        batches[ticket.batch]?.members.removeAll { $0.number == ticket.number }
        guard batches[ticket.batch]?.members.isEmpty ?? false else { return }
        batches[ticket.batch] = nil
        if open == ticket.batch { open = nil }
    }

    /// Lets one wait until there is something to do for it.
    ///
    /// - Returns: what is to be done at once.
    mutating func call(_ ticket: SharedReadTicket, _ continuation: Continuation) -> Waking? {
        guard let member = index(of: ticket), let batch = batches[ticket.batch] else {
            return Waking(continuation: continuation, call: .leave)
        }
        switch batch.members[member].place {
        case .finished(let outcome): return Waking(continuation: continuation, call: .finish(outcome))
        case .cancelled: return Waking(continuation: continuation, call: .leave)
        case .busy, .asleep:
            guard batch.hasLeader else {
                batches[ticket.batch]?.hasLeader = true
                return Waking(continuation: continuation, call: .lead)
            }
            batches[ticket.batch]?.members[member].place = .asleep(continuation)
            return nil
        }
    }

    /// Notes that one is cancelled.
    ///
    /// - Returns: it, if it sleeps.
    mutating func cancel(_ ticket: SharedReadTicket) -> Continuation? {
        guard let member = index(of: ticket), let place = batches[ticket.batch]?.members[member].place else {
            return nil
        }
        switch place {
        case .asleep(let continuation):
            batches[ticket.batch]?.members[member].place = .cancelled
            return continuation
        case .busy:
            batches[ticket.batch]?.members[member].place = .cancelled
            return nil
        case .finished, .cancelled: return nil
        }
    }

    /// Closes a batch, since its request is about to be sent.
    ///
    /// - Returns: keys to ask for, each once, in the order in which they came.
    mutating func close(_ batch: Int) -> [Key] {
        if open == batch { open = nil }
        var seen: Set<Key> = []
        return (batches[batch]?.members ?? []).compactMap { member in
            if case .cancelled = member.place { return nil }
            return seen.insert(member.key).inserted ? member.key : nil
        }
    }

    /// Gives each its outcome; nobody joins any more.
    ///
    /// - Returns: those to be woken.
    mutating func settle(_ batch: Int, _ outcome: (Key) -> Result<Value, any Error>) -> [Waking] {
        if open == batch { open = nil }
        var woken: [Waking] = []
        for place in batches[batch]?.members.indices ?? 0..<0 {
            guard let member = batches[batch]?.members[place] else { continue }
            switch member.place {
            case .asleep(let continuation):
                woken.append(Waking(continuation: continuation, call: .finish(outcome(member.key))))
                batches[batch]?.members[place].place = .busy
            case .busy: batches[batch]?.members[place].place = .finished(outcome(member.key))
            case .finished, .cancelled: continue
            }
        }
        return woken
    }

    /// Gives the lead to the one who has waited longest; where all are still on their way, the first to arrive takes it.
    mutating func handOver(_ batch: Int) -> Waking? {
        batches[batch]?.hasLeader = false
        for place in batches[batch]?.members.indices ?? 0..<0 {
            guard case .asleep(let continuation) = batches[batch]?.members[place].place else { continue }
            batches[batch]?.members[place].place = .busy
            batches[batch]?.hasLeader = true
            return Waking(continuation: continuation, call: .lead)
        }
        return nil
    }

    private func index(of ticket: SharedReadTicket) -> Int? {
        batches[ticket.batch]?.members.firstIndex { $0.number == ticket.number }
    }
}
