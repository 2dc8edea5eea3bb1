import FogREPL
import FogScript
import FogSession
import Foundation
import Terminal

extension PromptSession {
    /// Says what could follow a text; nil for nothing.
    func completions(of text: String) async -> Terminal.Completions? {
        let head = text.drop { $0.isWhitespace }
        if head.hasPrefix("?") { return topics(text) }
        guard head.hasPrefix(":"), !head.hasPrefix("::") else { return await luaCompletions(of: text) }
        guard let blank = head.firstIndex(where: \.isWhitespace) else {
            return words(ColonCommand.allCases.map(\.rawValue), behind: String(head.dropFirst()), in: text, suffix: " ")
        }
        guard let command = ColonCommand(named: String(head[head.index(after: head.startIndex)..<blank])) else {
            return nil
        }
        return await argumentCompletions(of: command, String(head[blank...].drop(while: \.isWhitespace)), in: text)
    }

    private func argumentCompletions(
        of command: ColonCommand,
        _ rest: String,
        in text: String
    ) async -> Terminal.Completions? {
        switch command.argument {
        case .none, .text: return nil
        case .topic: return topics(text)
        case .code: return await luaCompletions(of: rest, offset: text.count - rest.count)
        case .server: return words((try? maker.knownServers()) ?? [], behind: rest, in: text, suffix: "")
        case .command:
            return words(ColonCommand.allCases.map(\.rawValue) + ["keys"], behind: rest, in: text, suffix: "")
        case .words(let all): return words(all, behind: rest, in: text, suffix: " ")
        case .file:
            let (files, isFolder) = FileNames.candidates(for: path(rest), shownAs: rest)
            return words(files, behind: rest, in: text, suffix: isFolder ? "" : " ")
        }
    }

    private func topics(_ text: String) -> Terminal.Completions? {
        let name = String(text.reversed().prefix { !$0.isWhitespace && $0 != "?" }.reversed())
        return words(Manual.current.names, behind: name, in: text, suffix: "")
    }

    /// Offers those words that begin like what is written.
    private func words(
        _ all: [String],
        behind written: String,
        in text: String,
        suffix: String
    ) -> Terminal.Completions? {
        let candidates = Set(all.filter { $0.hasPrefix(written) }).sorted()
        guard !candidates.isEmpty else { return nil }
        return Terminal.Completions(
            range: text.count - written.count..<text.count,
            candidates: candidates,
            suffix: suffix
        )
    }

    /// Offers what the state knows, and names of the server's.
    private func luaCompletions(of text: String, offset: Int = 0) async -> Terminal.Completions? {
        guard case .completions(let known)? = try? await machine.host.ask(.complete(text)) else { return nil }
        let names = await names(for: known.names)
        guard var offer = CompletionOffer(known, names: names, behind: text).completions else { return nil }
        offer.range = offer.range.lowerBound + offset..<offer.range.upperBound + offset
        return offer
    }

    private func names(for wish: FogSession.LiveNames?) async -> NameList? {
        guard let wish else { return nil }
        if wish.kind == .server { return NameList((try? maker.knownServers()) ?? []) }
        guard let className = CompletionOffer.className(of: wish) else { return nil }
        return await place.names.names(of: className.lowercased())
    }

    /// Says in one line what is known of the call that a text is in; nil where none is, or hints are off.
    func hint(for text: String) async -> String? {
        guard settings.hasHints, case .completions(let known)? = try? await machine.host.ask(.complete(text)),
            let call = known.call
        else { return nil }
        return HintLine.text(call, width: front.columns)
    }
}
