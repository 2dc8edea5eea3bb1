/// Lua text that is evaluated in a state that lives on, as what is entered at a prompt.
package struct PromptChunk: Hashable, Codable, Sendable {
    /// Number from 1, more than that of each chunk that has run before; also the number of its job.
    package var number: Int
    /// Text with the name that its errors give, as in `prompt:3`, and modules that it may require.
    package var source: ScriptSource
    /// Whether its outermost locals stay usable afterwards; not so for a file.
    package var keepsLocals: Bool
    /// Whether it runs behind the prompt from its beginning.
    package var isBehind: Bool
    /// What is made of its values.
    package var form: ChunkForm
    /// How much of its values is shown.
    package var limits: ShownLimits

    /// Makes a chunk.
    package init(
        number: Int,
        source: ScriptSource,
        keepsLocals: Bool = true,
        isBehind: Bool = false,
        form: ChunkForm = .shown,
        limits: ShownLimits = ShownLimits()
    ) {
        self.number = number
        self.source = source
        self.keepsLocals = keepsLocals
        self.isBehind = isBehind
        self.form = form
        self.limits = limits
    }
}

/// What is made of the values of a chunk.
package enum ChunkForm: String, Hashable, Codable, Sendable, CaseIterable {
    /// All are kept, and told to be shown.
    case shown
    /// All are told to be shown, and none is kept: for looking again and again.
    case watched
    /// The first one becomes a text of JSON with a line feed at its end, which is told and not kept.
    case json
    /// The first one becomes a text of CSV: a list has a row for each item, anything else is the one row.
    case csv

    /// Most bytes of a text of JSON or CSV.
    package static let textLimit: Int = 32 << 20
}

/// What has become of a chunk.
package enum Evaluation: Hashable, Codable, Sendable {
    /// It is the beginning of a chunk: Lua's parser wants more lines. Nothing has run.
    case incomplete
    /// It is no Lua. Nothing has run.
    case wrong(SyntaxFault)
    /// It runs behind the prompt; a second message says how it has ended.
    case begun
    /// It has come to its end.
    case done(ChunkResult)
    /// It has failed; what it had done until then holds, and so does the state.
    case failed(ScriptFailure, goesOn: Bool)
}

/// What a chunk gave.
package struct ChunkResult: Hashable, Codable, Sendable {
    /// Values to be printed, in order; none for a statement.
    package var values: [ShownValue]
    /// Global that keeps them beside `_`, as in `_3`; nil where there are none.
    package var kept: String?
    /// Whether something that it has started still runs behind the prompt; `ended` follows then.
    package var goesOn: Bool

    /// Makes a result.
    package init(values: [ShownValue], kept: String? = nil, goesOn: Bool = false) {
        self.values = values
        self.kept = kept
        self.goesOn = goesOn
    }
}

/// Why a text is no Lua.
package struct SyntaxFault: Hashable, Codable, Sendable {
    /// What is wrong, without the place, as in `'then' expected near 'x'`.
    package var message: String
    /// Line from 1.
    package var line: Int
    /// Column from 1, in characters, of what the parser stumbled over; nil where it is not known.
    package var column: Int?

    /// Makes a fault.
    package init(message: String, line: Int, column: Int?) {
        self.message = message
        self.line = line
        self.column = column
    }
}
