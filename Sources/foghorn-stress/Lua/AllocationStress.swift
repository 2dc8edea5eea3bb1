import LuaKit

/// Runs the workload with a failure at every n-th allocation, in each mode, until it succeeds; answers whether all was
/// clean.
package func allocationStress(every step: Int, nudges: Bool = false) -> Bool {
    var isGood = true
    for mode in AllocationFailure.Mode.allCases {
        var tally = Tally()
        var point = 1
        while true {
            let outcome = Workload().run(AllocationFailure(at: point, mode: mode), nudges: nudges)
            tally.add(outcome)
            if !outcome.isClean {
                print("\(mode) \(point): \(outcome.counts), \(outcome.message)")
                isGood = false
            }
            if outcome.isFinished && outcome.allocations > 0 && outcome.allocations < point { break }
            point += step
        }
        print("\(mode)\(nudges ? ", giving way" : ""): \(tally)")
    }
    return isGood
}

private struct Tally: CustomStringConvertible {
    var runs = 0
    var failed = 0
    var turns = 0
    var counts = Tracker.Counts()

    mutating func add(_ outcome: Workload.Outcome) {
        runs += 1
        failed += outcome.isFinished ? 0 : 1
        turns += outcome.turns
        counts.made += outcome.counts.made
        counts.alive += outcome.counts.alive
        counts.entered += outcome.counts.entered
        counts.left += outcome.counts.left
    }

    var description: String {
        "\(runs) runs, \(failed) failed, \(turns) turns; Swift frames \(counts.entered) entered, \(counts.left) left; "
            + "objects \(counts.made) made, \(counts.alive) leaked"
    }
}
