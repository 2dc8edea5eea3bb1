import FogSession
import LuaKit

extension ScriptRun {
    /// Answers a question about the state.
    func answer(to question: PromptQuestion) -> PromptAnswer {
        switch question {
        case .jobs: .jobs(jobs())
        case .show(let request): show(request)
        case .complete(let text): .completions(Completing(self).completions(of: text))
        case .parse(let text): .parsed(parse(text))
        case .names: .names((prompt?.globals.made ?? []).sorted())
        }
    }

    /// Says what Lua's parser makes of a text.
    private func parse(_ text: String) -> ChunkParse {
        guard let prompt else { return .complete }
        let chunk = PromptChunk(number: prompt.lastNumber + 1, source: ScriptSource(name: "prompt", text: text))
        guard case .failure(let refusal) = compile(chunk, prompt) else { return .complete }
        switch refusal.evaluation {
        case .incomplete: return .incomplete
        case .wrong(let fault): return .wrong(fault)
        case .begun, .done, .failed: return .complete
        }
    }

    private func jobs() -> [PromptJob] {
        (prompt?.works.values.sorted { $0.chunk.number < $1.chunk.number } ?? []).map { work in
            let alive = strands.alive(of: work.chunk.number)
            let names = alive.compactMap { strand -> String? in
                if case .asking(let number) = strand.state { asked[number]?.name } else { nil }
            }
            let line = work.chunk.source.text.split(whereSeparator: \.isNewline).first ?? ""
            return PromptJob(
                number: work.chunk.number,
                text: String(line.prefix(200)),
                isLeftOver: work.outcome != nil,
                strands: alive.count,
                waitsFor: Set(names).sorted()
            )
        }
    }

    private func show(_ request: ShowRequest) -> PromptAnswer {
        switch value(at: request.path) {
        case .failure(let refusal): return .refused(refusal.words)
        case .success(let value):
            var showing = Showing(self, request.limits)
            return .shown(showing.show(value, first: request.first, columns: request.columns))
        }
    }
}
