/// What a host tells a session that was opened for chunk after chunk.
package enum PromptCommand: Hashable, Codable, Sendable {
    /// Evaluate a chunk; answered by `evaluated` with its number.
    case evaluate(PromptChunk)
    /// Call off what the chunk with that number has set going; its state stays, and so do tasks on the server.
    case stop(job: Int)
    /// Answer a question about the state; answered by `told` with that number.
    case tell(Int, PromptQuestion)
}

/// What such a session tells its host beside operations and output, in order.
package enum PromptEvent: Hashable, Codable, Sendable {
    /// State is ready for chunks.
    case opened
    /// What has become of the chunk with that number; where it is `begun`, a second one follows at its end.
    case evaluated(Int, Evaluation)
    /// All that the chunk had left behind the prompt has ended; with why, where something failed that nobody waits for.
    case ended(job: Int, ScriptFailure?)
    /// Answer to a question.
    case told(Int, PromptAnswer)
}

/// A question about a state, which runs no code of a script's and asks the server for nothing.
package enum PromptQuestion: Hashable, Codable, Sendable {
    /// What runs, in the foreground and behind the prompt.
    case jobs
    /// Shows a value, or a part of it.
    case show(ShowRequest)
    /// What can follow that much of a chunk, up to the cursor.
    case complete(String)
    /// What Lua's parser makes of a text, without running it.
    case parse(String)
    /// Which globals were made here.
    case names
}

/// What Lua's parser makes of a text.
package enum ChunkParse: Hashable, Codable, Sendable {
    /// It can be evaluated.
    case complete
    /// It is the beginning of a chunk.
    case incomplete
    /// It is no Lua.
    case wrong(SyntaxFault)
}

/// Answer to a ``PromptQuestion``.
package enum PromptAnswer: Hashable, Codable, Sendable {
    /// Jobs in the order of their numbers.
    case jobs([PromptJob])
    /// Value that was asked for.
    case shown(ShownValue)
    /// What can follow.
    case completions(Completions)
    /// What the parser makes of the text.
    case parsed(ChunkParse)
    /// Names in the order of the alphabet.
    case names([String])
    /// Why there is no answer, one line for people.
    case refused(String)
}

/// What the evaluation of a chunk has left running, and how far it is.
package struct PromptJob: Hashable, Codable, Sendable {
    /// Number of the chunk.
    package var number: Int
    /// First line of the chunk's text, at most 200 characters.
    package var text: String
    /// Whether its own code has ended, so that only what it has started beside itself still runs.
    package var isLeftOver: Bool
    /// How many strands of it have not ended.
    package var strands: Int
    /// Names of the operations that it waits for, as in `createTask`, each once.
    package var waitsFor: [String]

    /// Makes a job.
    package init(number: Int, text: String, isLeftOver: Bool, strands: Int, waitsFor: [String]) {
        self.number = number
        self.text = text
        self.isLeftOver = isLeftOver
        self.strands = strands
        self.waitsFor = waitsFor
    }
}
