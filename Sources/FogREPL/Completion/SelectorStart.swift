import FogModel

/// The last term of a selector that is being written.
struct SelectorStart {
    /// Key before the colon, as in `group`; nil for a name, or a key that is not written out.
    let key: String?
    /// What is written behind the key, or of the name.
    let text: String

    /// Takes a selector up to the cursor.
    init(_ selector: String) {
        let term = selector.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
        let bare = term.drop { $0.isWhitespace || $0 == "!" }
        let colon = bare.firstIndex(of: ":")
        let key = colon.map { bare[..<$0].lowercased() }
        self.key = key.flatMap { SelectorGrammar.keys.contains($0) ? $0 : nil }
        text = self.key == nil ? String(bare) : String(bare[(colon.map(bare.index(after:)) ?? bare.startIndex)...])
    }

    /// Class whose names can stand here; nil for none.
    var className: String? {
        switch key {
        case nil: "Host"
        case "group": "Group"
        case "image": "Image"
        default: nil
        }
    }

    /// Words of the grammar that can stand here.
    var words: [String] {
        switch key {
        case nil: SelectorGrammar.keys.map { $0 + ":" } + SelectorGrammar.words
        case "state": SelectorGrammar.states
        default: []
        }
    }
}
