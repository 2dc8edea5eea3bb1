import FogSession
import LuaKit
import LuaSyntax

/// Why a chunk does not run.
struct ChunkRefusal: Error {
    let evaluation: Evaluation
}

extension ScriptRun {
    /// Makes the function of a chunk: an expression gives its values, anything else is taken as it is.
    func compile(_ chunk: PromptChunk, _ prompt: PromptState) -> Result<LuaReference, ChunkRefusal> {
        let asExpression = load("return " + chunk.source.text, of: chunk, prompt)
        if case .success(let function) = asExpression { return .success(function) }
        let asStatement = load(chunk.source.text, of: chunk, prompt)
        if case .success(let function) = asStatement {
            guard chunk.keepsLocals else { return .success(function) }
            let text = OuterLocals.carried(chunk.source.text, constants: prompt.globals.constantNames)
            return load(text, of: chunk, prompt).mapError { refusal($0, chunk, prompt) }
        }
        if asExpression.isIncomplete(chunk) || asStatement.isIncomplete(chunk) {
            return .failure(ChunkRefusal(evaluation: .incomplete))
        }
        return asStatement.mapError { refusal($0, chunk, prompt) }
    }

    /// What a host is told of a chunk that cannot be loaded.
    private func refusal(_ error: LuaError, _ chunk: PromptChunk, _ prompt: PromptState) -> ChunkRefusal {
        guard error.kind == .syntax else {
            return ChunkRefusal(evaluation: .failed(ScriptFailure(opening: error), goesOn: false))
        }
        let (words, line) = (error.wordsAlone, error.location?.line ?? 1)
        let column = FaultColumn.column(words, line: line, in: chunk.source.text) { beginning in
            guard case .failure(let other) = load(beginning, of: chunk, prompt) else { return false }
            return other.wordsAlone == words
        }
        return ChunkRefusal(evaluation: .wrong(SyntaxFault(message: words, line: line, column: column)))
    }

    private func load(
        _ text: String,
        of chunk: PromptChunk,
        _ prompt: PromptState
    ) -> Result<LuaReference, LuaError> {
        do throws(LuaError) {
            return .success(
                try machine.load(text, name: chunk.source.name, environment: try prompt.globals.environment())
            )
        } catch {
            return .failure(error)
        }
    }
}

extension Result<LuaReference, LuaError> {
    /// Whether Lua's parser has found nothing wrong but the end.
    fileprivate func isIncomplete(_ chunk: PromptChunk) -> Bool {
        guard case .failure(let error) = self, error.kind == .syntax, error.message.hasSuffix("near <eof>") else {
            return false
        }
        // A text in quotes ends on its line, unless that ends with a backslash.
        return !error.message.hasSuffix("unfinished string near <eof>") || chunk.source.text.hasSuffix("\\")
    }
}

extension LuaError {
    /// Message without the place before it.
    fileprivate var wordsAlone: String {
        let place = location.map { "\($0): " } ?? ""
        return message.hasPrefix(place) ? String(message.dropFirst(place.count)) : message
    }
}
