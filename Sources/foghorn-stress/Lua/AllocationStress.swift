import LuaKit

/// Runs the workloads with a failure at every n-th of their allocations, in each mode; answers whether all was clean.
///
/// A workload that does not come to its end without a failure is a mistake of its own, which is told.
package func allocationStress(every step: Int, nudges: Bool = false) -> Bool {
    var isGood = true
    // Opening a machine is the same for all of them, and is part of the first one's points.
    var first = 1
    let opening = Workload("opening", "").run(nudges: nudges).allocations
    for workload in Workload.all {
        let whole = workload.run(nudges: nudges)
        if !whole.isFinished || !whole.isClean {
            print("\(workload.name): \(whole.counts), \(whole.message)")
            isGood = false
        }
        for mode in AllocationFailure.Mode.allCases {
            var tally = Tally()
            for point in stride(from: first, through: whole.allocations, by: step) {
                let outcome = workload.run(AllocationFailure(at: point, mode: mode), nudges: nudges)
                tally.add(outcome)
                if !outcome.isClean {
                    print("\(workload.name) \(mode) \(point): \(outcome.counts), \(outcome.message)")
                    isGood = false
                }
            }
            print("\(workload.name) \(mode)\(nudges ? ", giving way" : ""): \(tally)")
        }
        first = opening
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
