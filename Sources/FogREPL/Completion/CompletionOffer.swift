import FogModel
package import FogSession
package import Terminal

/// What a state and a server know of a place in the text, as the editor offers it.
package struct CompletionOffer: Sendable {
    /// Candidates; nil where there is none.
    package let completions: Terminal.Completions?

    /// Class whose names are wanted, as in `Host`; nil for none.
    package static func className(of wish: FogSession.LiveNames) -> String? {
        switch wish.kind {
        case .rows(let className): className
        case .selector: SelectorStart(wish.prefix).className
        case .server: nil
        }
    }

    /// Makes an offer.
    ///
    /// - Parameters:
    ///   - known: what the state knows.
    ///   - names: names of the class that is wanted, or of servers; nil for none.
    ///   - text: text before the cursor.
    package init(_ known: FogSession.Completions, names: NameList?, behind text: String) {
        guard let wish = known.names else {
            completions = Self.offer(known.candidates, known.prefix, text)
            return
        }
        var words: [String] = []
        var written = wish.prefix
        if wish.kind == .selector {
            let start = SelectorStart(wish.prefix)
            written = start.text
            words = start.words.filter { $0.hasPrefix(written.lowercased()) }
        } else {
            words = known.candidates.map(\.text)
        }
        var found = names?.beginning(with: written) ?? []
        if wish.kind == .selector {
            found = found.filter { Selector.isName($0) || SelectorStart(wish.prefix).key != nil }
        }
        let all = (words + found).map { Self.escaped($0, in: wish.quote) }
        guard !all.isEmpty else {
            completions = nil
            return
        }
        // A term that ends in a colon goes on; a name is whole.
        let suffix = all.count == 1 && !all[0].hasSuffix(":") && !all[0].hasSuffix("<") ? wish.quote : ""
        completions = Terminal.Completions(
            range: text.count - written.count..<text.count,
            candidates: all,
            suffix: suffix
        )
    }

    private static func offer(
        _ candidates: [Candidate],
        _ prefix: String,
        _ text: String
    ) -> Terminal.Completions? {
        guard let first = candidates.first else { return nil }
        let suffix =
            switch first.kind {
            case .function, .method: "("
            case .option: " = "
            case .keyword, .variable, .field, .word: ""
            }
        return Terminal.Completions(
            range: text.count - prefix.count..<text.count,
            candidates: candidates.map(\.text),
            suffix: candidates.count == 1 ? suffix : ""
        )
    }

    /// Writes a name so that it can stand in a text that began with a quote.
    private static func escaped(_ name: String, in quote: String) -> String {
        guard quote == "\"" || quote == "'" else { return name }
        return name.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote)
    }
}
