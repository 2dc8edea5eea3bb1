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
        if case .success = asExpression { return asExpression.mapError(\.refusal) }
        let asStatement = load(chunk.source.text, of: chunk, prompt)
        if case .success = asStatement {
            guard chunk.keepsLocals else { return asStatement.mapError(\.refusal) }
            let text = OuterLocals.carried(chunk.source.text, constants: prompt.globals.constantNames)
            return load(text, of: chunk, prompt).mapError(\.refusal)
        }
        if asExpression.isIncomplete(chunk) || asStatement.isIncomplete(chunk) {
            return .failure(ChunkRefusal(evaluation: .incomplete))
        }
        return asStatement.mapError(\.refusal)
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
    /// What a host is told of a chunk that cannot be loaded.
    fileprivate var refusal: ChunkRefusal {
        guard kind == .syntax else {
            return ChunkRefusal(evaluation: .failed(ScriptFailure(opening: self), goesOn: false))
        }
        let place = location.map { "\($0): " } ?? ""
        let words = message.hasPrefix(place) ? String(message.dropFirst(place.count)) : message
        return ChunkRefusal(
            evaluation: .wrong(SyntaxFault(message: words, line: location?.line ?? 1, column: nil))
        )
    }
}
