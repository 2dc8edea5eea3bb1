internal import CConfine
import Glibc

/// Walls around a process: what the kernel takes away from it for good.
package struct ProcessWalls: OptionSet, Hashable, Sendable {
    /// Walls as bits.
    package let rawValue: Int32

    /// Takes walls as bits; unknown ones count for nothing.
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// A process gains no rights by starting programs.
    package static let privileges: ProcessWalls = ProcessWalls(rawValue: Int32(CONFINE_PRIVILEGES))
    /// Memory, processor's time, files and processes are bounded.
    package static let limits: ProcessWalls = ProcessWalls(rawValue: Int32(CONFINE_LIMITS))
    /// No process of the same user reads its memory.
    package static let memory: ProcessWalls = ProcessWalls(rawValue: Int32(CONFINE_MEMORY))
    /// No path leads anywhere: Landlock of version 1.
    package static let files: ProcessWalls = ProcessWalls(rawValue: Int32(CONFINE_FILES))
    /// No TCP: Landlock of version 4.
    package static let network: ProcessWalls = ProcessWalls(rawValue: Int32(CONFINE_NETWORK))
    /// No signal to the outside: Landlock of version 6.
    package static let scope: ProcessWalls = ProcessWalls(rawValue: Int32(CONFINE_SCOPE))
    /// No system call but those that computing needs: seccomp.
    package static let calls: ProcessWalls = ProcessWalls(rawValue: Int32(CONFINE_CALLS))

    /// All walls.
    package static let all: ProcessWalls = [.privileges, .limits, .memory, .files, .network, .scope, .calls]

    /// Walls that this kernel has.
    package static var available: ProcessWalls { ProcessWalls(rawValue: confine_available()) }
}

extension ProcessWalls {
    /// What a wall stops and what it is called, in the order in which they are shown.
    package static let words: [(wall: ProcessWalls, name: String, purpose: String)] = [
        (.privileges, "no_new_privs", "no rights gained by starting programs"),
        (.limits, "rlimits", "bounds on memory, processor and processes"),
        (.memory, "not dumpable", "memory closed to other processes of the user"),
        (.files, "Landlock files", "no path can be opened"),
        (.network, "Landlock network", "no TCP connection"),
        (.scope, "Landlock scope", "no signal to other processes"),
        (.calls, "seccomp", "no system call but those for computing"),
    ]

    /// Names of the walls in this set.
    package var names: [String] { Self.words.filter { contains($0.wall) }.map(\.name) }
}

/// Puts walls up around the calling process.
package enum Confinement {
    /// Most that a confined process may use.
    package struct Limits: Hashable, Sendable {
        /// Address space in bytes.
        package var memory: Int
        /// Processor's time in seconds, over the whole life of the process.
        package var processorSeconds: Int

        /// Makes limits.
        package init(memory: Int, processorSeconds: Int) {
            self.memory = memory
            self.processorSeconds = processorSeconds
        }
    }

    /// Puts up those walls that the kernel has.
    ///
    /// - Parameters:
    ///   - wanted: walls to put up.
    ///   - limits: most that the process may use.
    /// - Returns: walls that stand; ``seal(_:)`` must follow before anything foreign is looked at.
    /// - Throws: ``ConfinementError`` where a wall that the kernel has could not be put up, or a second thread runs.
    package static func raise(_ wanted: ProcessWalls, limits: Limits) throws(ConfinementError) -> ProcessWalls {
        let walls = confine_self(
            wanted.rawValue,
            confine_limits(memory: UInt64(limits.memory), seconds: UInt64(limits.processorSeconds))
        )
        if walls < 0 { throw ConfinementError(code: errno) }
        return ProcessWalls(rawValue: walls)
    }

    /// Takes away what was left for starting threads.
    ///
    /// - Parameter walls: walls that stand.
    /// - Throws: ``ConfinementError``.
    package static func seal(_ walls: ProcessWalls) throws(ConfinementError) {
        if confine_seal(walls.rawValue) < 0 { throw ConfinementError(code: errno) }
    }
}

/// Why a wall could not be put up.
package struct ConfinementError: Error, Hashable, Sendable {
    /// Number of the system's error.
    package var code: Int32
}
