/// How much a machine may use.
public struct LuaLimits: Sendable, Hashable {
    /// Soft limit of memory in bytes, 0 for none; objects count with what they are charged.
    ///
    /// What passes it is granted, and the script is stopped at its next instruction unless a collection helps: peaks
    /// stay below 1.2 times the limit, or 2.1 times where a single buffer or table doubles. For that a single table may
    /// take a little more than half of the limit.
    public var memory: Int
    /// Longest chunk in bytes.
    ///
    /// Lua 5.4.4 overflows the C stack while it words an error about a chain of some 400,000 fields; 64 KiB cannot hold one.
    public var source: Int
    /// Deepest nesting of a table that is copied to Swift, at most 64.
    public var copyDepth: Int
    /// Most values in one copy.
    public var copyElements: Int
    /// Most coroutines that a script holds at once, 0 for any number; those that the host starts do not count.
    ///
    /// The script that makes one more is stopped, as by ``memory``.
    public var coroutines: Int

    /// Makes limits.
    public init(
        memory: Int = 64 << 20,
        source: Int = 64 << 10,
        copyDepth: Int = 32,
        copyElements: Int = 100_000,
        coroutines: Int = 0
    ) {
        self.memory = memory
        self.source = source
        self.copyDepth = copyDepth
        self.copyElements = copyElements
        self.coroutines = coroutines
    }
}
