internal import CLuaShim

extension LuaMachine {
    /// Compiles a chunk of text to a function, without running it.
    ///
    /// - Parameters:
    ///   - source: text of the chunk.
    ///   - name: name in messages, such as the file's.
    ///   - environment: what the chunk sees as globals; nil is the machine's own.
    ///   - isHidden: whether places in it are passed over when an error is located; its name then begins with `!`.
    /// - Returns: the function.
    /// - Throws: `LuaError` of kind `syntax` (with the place), or `memory`.
    public func load(
        _ source: String,
        name: String,
        environment: LuaEnvironment? = nil,
        isHidden: Bool = false
    ) throws(LuaError) -> LuaReference {
        let machine = unsafe try opened()
        let name = (isHidden ? "=!" : "@") + name
        var source = source
        var number: Int32 = 0
        let status = source.withUTF8 { text in
            unsafe foglua_load(machine, text.baseAddress, text.count, name, environment?.number ?? 0, &number)
        }
        try check(status)
        return LuaReference(number, type: .function, releases: releases)
    }

    /// Makes an environment: a copy of the globals as they are now, in which `_G` is itself.
    ///
    /// - Parameters:
    ///   - strict: whether reading or writing a name that is not there is an error that names it.
    ///   - hint: gets a name that was read and is not there; gives words for the error, or nil.
    /// - Returns: the environment.
    /// - Throws: `LuaError` of kind `memory`.
    public func makeEnvironment(
        strict: Bool,
        hint: ((String) -> String?)? = nil
    ) throws(LuaError) -> LuaEnvironment {
        var function: LuaReference?
        if let hint {
            let asked = LuaFunction(
                "hint",
                raw: { name in .value(name.string(at: 1).flatMap(hint).map { LuaValue($0) } ?? .nil) }
            )
            function = try makeReference(asked)
        }
        let machine = unsafe try opened()
        var number: Int32 = 0
        try unsafe check(foglua_make_environment(machine, strict, function?.number ?? 0, &number))
        return LuaEnvironment(reference: LuaReference(number, type: .table, releases: releases))
    }

    /// Makes an environment as above, in which functions decide about names that are not there.
    ///
    /// - Parameters:
    ///   - reading: gets the environment and the name that is read; gives the value.
    ///   - writing: gets the environment, the name and the value that is written; can set it by
    ///     ``set(_:_:in:)``.
    /// - Returns: the environment.
    /// - Throws: `LuaError` of kind `memory`.
    public func makeEnvironment(
        reading: LuaFunction,
        writing: LuaFunction
    ) throws(LuaError) -> LuaEnvironment {
        let read = try makeReference(reading)
        let write = try makeReference(writing)
        let machine = unsafe try opened()
        var number: Int32 = 0
        try unsafe check(foglua_make_open_environment(machine, read.number, write.number, &number))
        return LuaEnvironment(reference: LuaReference(number, type: .table, releases: releases))
    }

    /// Makes reading a name that Lua's own libraries do not have an error, as for a misspelt `string.fromat`.
    ///
    /// - Parameter hint: gets the library's name, the name that was read and the names that there are; gives words to add.
    /// - Throws: ``LuaError`` of kind `memory`.
    public func sealLibraries(hint: @escaping (String, String, [String]) -> String?) throws(LuaError) {
        let asked = LuaFunction(
            "hint",
            raw: { words in
                guard let library = words.string(at: 1), let name = words.string(at: 2) else { return .nothing }
                let members = words.string(at: 3)?.split(separator: " ").map(String.init) ?? []
                return .value(hint(library, name, members.sorted()).map { LuaValue($0) } ?? .nil)
            }
        )
        let function = try makeReference(asked)
        let machine = unsafe try opened()
        try unsafe check(foglua_seal_libraries(machine, function.number))
    }

    /// Sets a name in an environment.
    public func set(_ name: String, _ value: LuaValue, in environment: LuaEnvironment) throws(LuaError) {
        let machine = unsafe try opened(for: environment.reference)
        try unsafe require(ValueWriter(machine).value(value))
        try unsafe check(foglua_set_in_environment(machine, environment.number, name, name.utf8.count))
    }

    /// Finds the line on which a coroutine stands that has been preempted or waits.
    ///
    /// - Returns: nil where it has not begun or has ended.
    public func location(of coroutine: LuaCoroutine) -> LuaLocation? {
        guard coroutine.status != .ended, unsafe (try? opened()) != nil else { return nil }
        return unsafe LuaLocation(coroutine.waitingState ?? coroutine.state, level: 0)
    }

    /// Makes a coroutine of a function and its arguments; ``step(_:)`` runs it.
    ///
    /// What becomes of tables among its results is said by `tables`.
    public func start(
        _ function: LuaReference,
        _ arguments: [LuaValue] = [],
        tables: LuaTableCopy = .whole
    ) throws(LuaError) -> LuaCoroutine {
        let machine = unsafe try opened(for: function)
        try unsafe require(ValueWriter(machine).values(arguments))
        var state: OpaquePointer?
        var number: Int32 = 0
        try unsafe check(foglua_start(machine, function.number, &state, &number))
        guard let state = unsafe state else { throw LuaError(.memory, "not enough memory") }
        let reference = LuaReference(number, type: .coroutine, releases: releases)
        return unsafe LuaCoroutine(state, reference, tables: tables)
    }

    /// Runs a coroutine that is new or gave way, until it ends, waits, gives way or is stopped.
    public func step(_ coroutine: LuaCoroutine) -> LuaStep {
        guard coroutine.status == .ready else { return .failed(misuse(coroutine)) }
        return unsafe run(coroutine) { _ in 0 }
    }

    /// Goes on with a waiting coroutine: the function that suspended returns these values.
    public func resume(_ coroutine: LuaCoroutine, returning values: [LuaValue]) -> LuaStep {
        guard coroutine.status == .waiting else { return .failed(misuse(coroutine)) }
        return unsafe run(coroutine) { machine in
            let writer = unsafe ValueWriter(machine)
            return writer.finish(writer.values(values))
        }
    }

    /// Goes on with a waiting coroutine: the function that suspended raises this error.
    public func resume(_ coroutine: LuaCoroutine, throwing error: any Error) -> LuaStep {
        guard coroutine.status == .waiting else { return .failed(misuse(coroutine)) }
        let location = unsafe coroutine.waitingState.flatMap { unsafe LuaLocation($0, level: 1) }
        return unsafe run(coroutine) { _ in writeError(error, location: location) }
    }

    /// Ends a coroutine without a word to the script: nothing unwinds, no handler runs.
    public func abandon(_ coroutine: LuaCoroutine) {
        coroutine.end()
    }

    /// Calls a function that must not wait; for callbacks of bound functions, and for the embedder's own small calls.
    ///
    /// - Throws: `LuaError`; a stop while it runs also ends the caller's own script.
    public func call(
        _ function: LuaReference,
        _ arguments: [LuaValue] = [],
        tables: LuaTableCopy = .whole
    ) throws(LuaError) -> [LuaValue] {
        let machine = unsafe try opened(for: function)
        try unsafe require(ValueWriter(machine).values(arguments))
        if unsafe foglua_call(machine, function.number, tables.code) == FOGLUA_FINISHED { return readValues() }
        throw unsafe stopError(machine) ?? failure()
    }

    private func misuse(_ coroutine: LuaCoroutine) -> LuaError {
        switch coroutine.status {
        case .ready: LuaError(.usage, "coroutine does not wait for an answer")
        case .waiting: LuaError(.usage, "coroutine waits for an answer; resume it with one")
        case .ended: LuaError(.usage, "coroutine has ended")
        }
    }

    /// Runs a coroutine with the answer that `write` puts into the out buffer.
    private func run(_ coroutine: LuaCoroutine, _ write: (OpaquePointer) -> Int32) -> LuaStep {
        let machine: OpaquePointer
        do { unsafe machine = try opened() } catch { return .failed(error) }
        precondition(coroutine.reference?.releases === releases, "coroutine belongs to another machine (bug)")
        if unsafe foglua_is_running(machine) {
            return .failed(LuaError(.usage, "a machine runs one coroutine at a time"))
        }
        let height = unsafe foglua_height(machine)
        let answer = unsafe write(machine)
        current = coroutine
        let outcome = unsafe foglua_resume(machine, coroutine.state, answer, coroutine.tables.code)
        current = nil
        assert(unsafe foglua_height(machine) == height, "LuaKit internal error: main stack is not as it was")
        return unsafe settle(coroutine, Int(outcome), machine)
    }

    private func settle(_ coroutine: LuaCoroutine, _ outcome: Int, _ machine: OpaquePointer) -> LuaStep {
        switch outcome {
        case FOGLUA_WAITING:
            coroutine.status = .waiting
            unsafe coroutine.waitingState = foglua_suspended(machine)
            defer { token = nil }
            return .waiting(for: token)
        case FOGLUA_PREEMPTED:
            coroutine.status = .ready
            return .preempted
        default:
            coroutine.end()
            if outcome == FOGLUA_FINISHED { return .finished(readValues()) }
            var error = unsafe (outcome == FOGLUA_STOPPED ? stopError(machine) : nil) ?? failure()
            if outcome == FOGLUA_UNREADABLE { error.message = "result cannot be copied: " + error.message }
            return .failed(error)
        }
    }

    /// Last failure as the stop that it was; nil when the machine has not been stopped.
    private func stopError(_ machine: OpaquePointer) -> LuaError? {
        guard let kind = unsafe LuaError.Kind(stop: foglua_stopped(machine)) else { return nil }
        var error = failure()
        error.kind = kind
        return error
    }
}
