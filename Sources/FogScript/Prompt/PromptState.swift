import FogSession
import LuaKit

/// What a state keeps that lives on from chunk to chunk.
final class PromptState {
    /// Globals of all chunks.
    let globals: PromptGlobals
    /// Chunks of which something still runs, by number.
    var works: [Int: PromptWork] = [:]
    /// Jobs whose time is up when an operation is answered, by its number.
    var alarms: [Int: Int] = [:]
    /// Number of the last chunk that has run.
    var lastNumber = 0

    /// Function that calls a chunk and makes a text of its value.
    let writer: LuaReference

    init(_ globals: PromptGlobals, writer: LuaReference) {
        self.globals = globals
        self.writer = writer
    }
}

/// One chunk and all that it has set going.
final class PromptWork {
    let chunk: PromptChunk
    /// Number of the strand that runs the chunk's own code.
    let main: Int
    /// What it has used of its limits.
    var use = LimitUse()
    /// What the chunk's own code came to; nil while it runs.
    var outcome: Result<[LuaValue], ScriptFailure>?
    /// What its code has raised, for `_err`; nil where it has raised nothing.
    var raised: LuaValue?
    /// Whether that was told.
    var isTold = false
    /// Whether it was called off.
    var isStopped = false
    /// Functions that are to run at its end, in the order in which they were given.
    var deferred: [LuaReference] = []
    /// First failure of something beside its own code, which nobody waits for.
    var failure: ScriptFailure?

    init(_ chunk: PromptChunk, main: Int) {
        self.chunk = chunk
        self.main = main
    }
}
