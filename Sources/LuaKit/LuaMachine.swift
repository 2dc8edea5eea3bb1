internal import CLuaShim

// SAFETY: `handle` is valid until `close`, which every function checks; nothing else holds it beyond a call.
/// A Lua 5.4 machine: one state, its limits, and the functions and objects that Swift lends it.
///
/// Owned by one task (or thread) at a time; only ``stop`` may be used from elsewhere. Whatever a script does, no error or
/// yield of Lua's ever passes a Swift frame. Close it with ``close()`` if bound functions keep their owner alive.
@safe
public final class LuaMachine {
    /// How much it may use.
    public let limits: LuaLimits
    /// Stops it from any thread.
    public let stop: LuaStop
    /// Turns what a bound function throws into the value that is raised.
    ///
    /// Gets the place of the call too. Answering nil raises the error's text with that place before it. A ``LuaError`` that
    /// has a value is raised as that value and does not come here.
    public var errorValue: ((any Error, LuaLocation?) -> LuaValue?)?

    var types: [ObjectIdentifier: ObjectTypeBox] = [:]
    var typesByNumber: [Int32: ObjectTypeBox] = [:]
    let releases = ReleaseQueue()
    /// Coroutine that the embedder resumed and that is running.
    var current: LuaCoroutine?
    /// Token of the function that has just suspended.
    var token: (any Sendable)?
    private var handle: OpaquePointer?

    /// Makes a machine with Lua's safe globals.
    ///
    /// - Throws: `LuaError` of kind `memory`.
    public convenience init(limits: LuaLimits = LuaLimits()) throws(LuaError) {
        try self.init(limits: limits, failing: .never)
    }

    /// Makes a machine in which an allocation fails, for tests.
    package init(limits: LuaLimits, failing: AllocationFailure) throws(LuaError) {
        self.limits = limits
        var callbacks = Callbacks.table
        let shimLimits = foglua_limits(
            memory: max(0, limits.memory),
            source: max(0, limits.source),
            copy_depth: Int32(clamping: limits.copyDepth),
            copy_elements: max(0, limits.copyElements),
            coroutines: max(0, limits.coroutines)
        )
        guard let opened = unsafe foglua_open(&callbacks, shimLimits, failing.shim) else {
            throw LuaError(.memory, "not enough memory to open a Lua machine")
        }
        unsafe handle = opened
        stop = unsafe LuaStop(opened)
        unsafe foglua_set_owner(opened, Unmanaged.passUnretained(self).toOpaque())
        if unsafe foglua_open_environment(opened) != FOGLUA_OK {
            throw failure()
        }
    }

    deinit {
        close()
    }

    /// Closes it: objects and functions that Lua holds are released, and every later use is an error of kind `usage`.
    ///
    /// Not from within a bound function.
    public func close() {
        guard let open = unsafe handle else { return }
        precondition(unsafe !foglua_is_running(open), "a Lua machine cannot be closed while it runs (bug)")
        stop.detach()
        unsafe handle = nil
        let blocks = unsafe foglua_close(open)
        assert(blocks == 0, "LuaKit internal error: \(blocks) blocks of Lua's were left over")
    }

    /// Bytes in use now, objects' charges included; 0 once closed.
    public var memoryUsed: Int { unsafe handle.map { unsafe foglua_memory_used($0) } ?? 0 }

    /// Most bytes that were ever in use; 0 once closed.
    public var memoryPeak: Int { unsafe handle.map { unsafe foglua_memory_peak($0) } ?? 0 }

    /// Allocations asked for so far, for tests.
    package var allocations: Int { unsafe handle.map { unsafe foglua_allocations($0) } ?? 0 }

    /// Makes an allocation fail, counted from now, for tests.
    package func fail(_ failing: AllocationFailure) {
        if let open = unsafe handle { unsafe foglua_fail_allocation(open, failing.shim) }
    }

    /// Sets another soft limit of memory than that of ``limits``, in bytes; 0 for none.
    public func setMemoryLimit(_ bytes: Int) {
        if let open = unsafe handle { unsafe foglua_set_memory(open, max(0, bytes)) }
    }

    /// Runs a full collection.
    public func collect() throws(LuaError) {
        let machine = unsafe try opened()
        try unsafe check(foglua_collect(machine))
    }

    /// Seeds `math.random`; a machine that was not seeded draws the numbers of seed 0.
    public func seed(_ seed: Int) throws(LuaError) {
        let machine = unsafe try opened()
        try unsafe check(foglua_seed(machine, Int64(seed)))
    }

    /// Lets the machine run again after a stop.
    public func clearStop() {
        if let open = unsafe handle { unsafe foglua_clear_stop(open) }
    }
}

extension LuaMachine {
    /// Machine that a callback runs for.
    static func owner(_ machine: OpaquePointer) -> LuaMachine {
        guard let owner = unsafe foglua_owner(machine) else {
            preconditionFailure("LuaKit internal error: machine without owner")
        }
        return unsafe Unmanaged<LuaMachine>.fromOpaque(owner).takeUnretainedValue()
    }

    /// Handle of the open machine, with references that were dropped meanwhile released.
    func opened() throws(LuaError) -> OpaquePointer {
        guard let open = unsafe handle else { throw LuaError(.usage, "Lua machine is closed") }
        for number in releases.drain() { unsafe foglua_drop(open, number) }
        return unsafe open
    }

    /// Throws the last failure unless a status is good.
    func check(_ status: Int32) throws(LuaError) {
        if status != FOGLUA_OK { throw failure() }
    }

    /// Values of the last copy.
    func readValues() -> [LuaValue] {
        guard let open = unsafe handle else { return [] }
        var reader = unsafe ValueReader(open, releases)
        return reader.values()
    }

    /// What went wrong last.
    func failure() -> LuaError {
        guard let open = unsafe handle else { return LuaError(.usage, "Lua machine is closed") }
        let failure = unsafe foglua_failure(open)
        let message = unsafe Self.text(failure.message, failure.message_length) ?? "not enough memory"
        var error = unsafe LuaError(
            .init(status: failure.status),
            message,
            traceback: Self.text(failure.traceback, failure.traceback_length) ?? "",
            location: LuaLocation(prefixOf: message)
        )
        if let place = error.location, !error.traceback.isEmpty, !error.traceback.contains("\t\(place.source):") {
            error.location = nil  // message only looks as if a place stood before it
        }
        // A line of the embedder's own chunks says nothing to whoever wrote the script.
        let isInside = error.location?.source.hasPrefix("!") ?? false
        if isInside || error.location == nil, let source = unsafe failure.source {
            let place = unsafe LuaLocation(source: String(cString: source), line: Int(failure.line))
            if isInside { error.move(to: place) } else { error.location = place }
        }
        if unsafe failure.has_value { error.value = readValues().first }
        return error
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String? {
        guard let start = unsafe start else { return nil }
        return unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

extension LuaError.Kind {
    /// Makes the kind that a status of the shim stands for.
    init(status: Int32) {
        switch Int(status) {
        case FOGLUA_SYNTAX: self = .syntax
        case FOGLUA_MEMORY: self = .memory
        case FOGLUA_USAGE: self = .usage
        default: self = .script
        }
    }

    /// Makes the kind of a stop; nil when there is none.
    init?(stop: Int32) {
        switch Int(stop) {
        case FOGLUA_STOP_DEADLINE: self = .deadline
        case FOGLUA_STOP_MEMORY: self = .memory
        case FOGLUA_STOP_CANCELLED: self = .cancelled
        case FOGLUA_STOP_COROUTINES: self = .coroutines
        default: return nil
        }
    }
}
