import FogModel
import LuaKit

/// All strands of a run: who is next, who waits, who was called off.
///
/// Strands run in the order in which they became ready, so that the same answers give the same run.
final class Strands {
    /// Number of the main strand, which is made first.
    static let main = 1

    /// Strand that runs at this moment; nil between two steps.
    var current: Strand?
    /// Job for which something runs at this moment, to which strands belong that are made; nil in a run.
    var job: Int?
    /// Whether the whole run was called off.
    private(set) var isCancelled = false

    private var alive: [Int: Strand] = [:]
    private var stoppedJobs: Set<Int> = []
    private var counts: [Int: Int] = [:]
    private var count = 0
    private var ready = Queue<Strand>()

    /// How many have not ended.
    var aliveCount: Int { alive.count }
    /// Whether all have ended.
    var isEmpty: Bool { alive.isEmpty }

    /// Whether some may be ready to go on.
    var hasReady: Bool { !ready.isEmpty }

    /// How many of a job have not ended.
    func aliveCount(of job: Int) -> Int { counts[job] ?? 0 }

    /// Those of a job that have not ended, in the order in which they were made.
    func alive(of job: Int) -> [Strand] {
        alive.values.filter { $0.job == job }.sorted { $0.number < $1.number }
    }

    /// Makes a strand that begins when the one that runs waits.
    @discardableResult
    func spawn(_ function: LuaReference, _ arguments: [LuaValue] = []) -> Strand {
        count += 1
        let strand = Strand(count, function, arguments, job: job)
        strand.isShielded = current?.isShielded ?? false
        strand.isCancelled = (isCancelled || job.map(stoppedJobs.contains) ?? false) && !strand.isShielded
        alive[count] = strand
        if let job { counts[job, default: 0] += 1 }
        ready.append(strand)
        return strand
    }

    /// Makes a strand that cleans up: it is not called off with the run.
    func spawnShielded(_ function: LuaReference) {
        let strand = spawn(function)
        strand.isShielded = true
        strand.isCancelled = false
    }

    /// Takes the strand whose turn it is.
    func next() -> Strand? {
        while let strand = ready.popFirst() {
            // One that was ended from outside.
            if case .ended = strand.state { continue }
            return strand
        }
        return nil
    }

    /// Lets a strand go on in its turn with what its wait came to.
    func resume(_ strand: Strand, with result: Result<[LuaValue], any Error>) {
        strand.state = .ready(result)
        ready.append(strand)
    }

    /// Lets a strand that gave way go on after the others.
    func giveWay(_ strand: Strand) {
        strand.state = .preempted
        ready.append(strand)
    }

    /// Forgets a strand that has ended.
    func remove(_ strand: Strand) {
        strand.state = .ended
        strand.coroutine = nil
        guard alive.removeValue(forKey: strand.number) != nil, let job = strand.job else { return }
        counts[job, default: 1] -= 1
        if counts[job] == 0 { counts[job] = nil }
    }

    /// Parks the strand that runs until another one wakes it.
    ///
    /// - Returns: whether it has to wait; a strand that was woken meanwhile goes on at once.
    /// - Throws: ``FogError`` with `cancelled`, once for a strand that was called off.
    func park() throws -> Bool {
        guard let strand = current else { return false }
        if strand.isCancelled, !strand.hasHeard {
            strand.hasHeard = true
            throw FogError(.cancelled, "called off")
        }
        if strand.isWoken {
            strand.isWoken = false
            return false
        }
        strand.state = .parked
        return true
    }

    /// Wakes a strand that is parked, or lets the next park of one that is not go on at once.
    func wake(_ number: Int) {
        guard let strand = alive[number] else { return }
        if case .parked = strand.state {
            resume(strand, with: .success([]))
        } else {
            strand.isWoken = true
        }
    }

    /// Calls a strand off.
    ///
    /// - Returns: number of the operation that it waited for; nil for none.
    func cancel(_ number: Int) -> Int? {
        alive[number].flatMap { cancel($0) }
    }

    /// Calls all strands off, and those that are still to come; but for those that clean up.
    ///
    /// - Returns: numbers of the operations that they waited for.
    func cancelAll() -> [Int] {
        isCancelled = true
        return alive.values.filter { !$0.isShielded }.sorted { $0.number < $1.number }.compactMap { cancel($0) }
    }

    /// Calls a job's strands off, and those that are still to come; but for those that clean up.
    ///
    /// - Returns: numbers of the operations that they waited for.
    func cancel(job: Int) -> [Int] {
        stoppedJobs.insert(job)
        return alive(of: job).filter { !$0.isShielded }.compactMap { cancel($0) }
    }

    /// Tells the oldest of strands that all wait for each other that nobody will wake it.
    func breakDeadlock() {
        guard let strand = alive.values.min(by: { $0.number < $1.number }) else { return }
        let error = LuaError(.script, "deadlock: everything that runs waits for something else that runs")
        resume(strand, with: .failure(error))
    }

    private func cancel(_ strand: Strand) -> Int? {
        strand.isCancelled = true
        guard strand.isWaiting, !strand.hasHeard else { return nil }
        var operation: Int?
        if case .asking(let number) = strand.state { operation = number }
        strand.hasHeard = true
        resume(strand, with: .failure(FogError(.cancelled, "called off")))
        return operation
    }
}
