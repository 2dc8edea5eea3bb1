package import LuaKit

/// A script that uses much of what LuaKit has, in a machine in which an allocation fails.
package struct Workload: Sendable {
    /// One for each part of LuaKit; together they use everything.
    package static let all = [
        Workload("bindings", bindings), Workload("strings", strings), Workload("tables", tables),
        Workload("globals", globals),
    ]

    /// Which part of LuaKit it is about.
    package let name: String
    /// What runs, in Lua.
    package let script: String

    /// How one run went.
    package struct Outcome {
        /// Whether the script came to its end.
        package var isFinished: Bool
        /// Error that the machine or the script ended with; empty if none.
        package var message: String
        /// How often it gave way.
        package var turns: Int
        /// Allocations that were asked for.
        package var allocations: Int
        /// What was counted once the machine was closed.
        package var counts: Tracker.Counts

        /// Whether everything was released, and no Swift frame was jumped over.
        package var isClean: Bool { counts.alive == 0 && counts.entered == counts.left }
    }

    /// Makes a workload of a script.
    package init(_ name: String, _ script: String) {
        self.name = name
        self.script = script
    }

    /// Runs it once; if `nudges`, each bound function asks the machine to give way, wherever it was called.
    package func run(_ failing: AllocationFailure = .never, nudges: Bool = false) -> Outcome {
        WorkloadRun(script: script).outcome(failing, nudges: nudges)
    }
}
