internal import CLuaShim

/// Which allocations of a machine fail, for tests.
package struct AllocationFailure: Sendable, Hashable {
    /// How long they go on failing.
    package enum Mode: Int32, Sendable, CaseIterable {
        /// One fails: Lua's emergency collection then tries again.
        case once = 0
        /// Two fail: the second try fails too.
        case twice = 1
        /// All fail from then on.
        case onwards = 2
    }

    /// Number of the first that fails, from 1; 0 for never.
    package var at: Int
    /// How long they go on failing.
    package var mode: Mode

    /// Makes a failure.
    package init(at: Int, mode: Mode) {
        self.at = at
        self.mode = mode
    }

    /// None fails.
    package static let never = AllocationFailure(at: 0, mode: .once)

    var shim: foglua_failing { foglua_failing(at: at, mode: mode.rawValue) }
}
