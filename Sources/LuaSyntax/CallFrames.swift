/// A bracket or a block that is open where the text ends.
struct Frame {
    /// What has opened it.
    enum Kind {
        /// `(`, `{` or `[`.
        case bracket(String)
        /// A block of statements.
        case block
    }

    let kind: Kind
    /// Index of the token that has opened it.
    let place: Int
    /// Index of the token behind the last comma on its level.
    var start: Int
    /// Commas on its level.
    var commas = 0

    init(_ kind: Kind, at place: Int) {
        (self.kind, self.place, start) = (kind, place, place + 1)
    }

    /// Finds what is open at the end of a text, the outermost first.
    static func open(in tokens: [LuaToken]) -> [Frame] {
        var frames: [Frame] = []
        for (place, token) in tokens.enumerated() where token.kind == .symbol || token.kind == .keyword {
            switch token.text {
            case "(", "{", "[": frames.append(Frame(.bracket(token.text), at: place))
            case "do", "if", "function", "repeat": frames.append(Frame(.block, at: place))
            case ")", "}", "]":
                if let last = frames.last, case .bracket = last.kind { frames.removeLast() }
            case "end", "until":
                if let last = frames.last, case .block = last.kind { frames.removeLast() }
            case ",", ";":
                if let last = frames.last, case .bracket = last.kind {
                    frames[frames.count - 1].commas += 1
                    frames[frames.count - 1].start = place + 1
                }
            default: break
            }
        }
        return frames
    }

    /// Finds the innermost call in whose arguments a text ends; nil where there is none, or a function's body lies between.
    static func call(_ frames: [Frame], _ tokens: [LuaToken]) -> CursorContext.Call? {
        // A text in quotes can be the one argument, without brackets.
        if case .string(isClosed: false)? = tokens.last?.kind, tokens.count > 1,
            ValueChain.endsValue(tokens[tokens.count - 2]), !tokens[tokens.count - 2].isText,
            let function = ValueChain.ending(at: tokens.count - 2, in: tokens)
        {
            return CursorContext.Call(function, argument: 0)
        }
        for (index, frame) in frames.enumerated().reversed() {
            guard case .bracket(let bracket) = frame.kind else { return nil }
            let outer = index > 0 ? frames[index - 1] : nil
            switch bracket {
            case "(":
                guard let function = callee(frame, tokens) else { continue }
                return CursorContext.Call(function, argument: frame.commas)
            case "{":
                if let function = callee(frame, tokens) { return table(frame, function, argument: 0, tokens) }
                guard let outer, case .bracket("(") = outer.kind, outer.start == frame.place,
                    let function = callee(outer, tokens)
                else { continue }
                return table(frame, function, argument: outer.commas, tokens)
            default: continue
            }
        }
        return nil
    }

    /// Whether tokens end where a key of a table can begin.
    static func isAtKey(_ tokens: [LuaToken]) -> Bool {
        guard let last = tokens.last, let frame = open(in: tokens).last, case .bracket("{") = frame.kind else {
            return false
        }
        return frame.start == tokens.count && (last.is("{") || last.is(",") || last.is(";"))
    }

    /// What is called by the bracket that opens a frame; nil where nothing is.
    private static func callee(_ frame: Frame, _ tokens: [LuaToken]) -> ValueChain? {
        guard frame.place > 0, ValueChain.endsValue(tokens[frame.place - 1]) else { return nil }
        // The parameters of a function are no arguments.
        if frame.place > 1, tokens[frame.place - 2].is("function") { return nil }
        return ValueChain.ending(at: frame.place - 1, in: tokens)
    }

    private static func table(
        _ frame: Frame,
        _ function: ValueChain,
        argument: Int,
        _ tokens: [LuaToken]
    ) -> CursorContext.Call {
        var given: [String] = []
        var depth = 0
        for place in (frame.place + 1)..<max(frame.place + 1, tokens.count) {
            let token = tokens[place]
            if ["(", "{", "["].contains(where: token.is) { depth += 1 }
            if [")", "}", "]"].contains(where: token.is) { depth -= 1 }
            if depth == 0, token.is("="), tokens[place - 1].kind == .name { given.append(tokens[place - 1].text) }
        }
        let hasKey = frame.start + 1 < tokens.count && tokens[frame.start + 1].is("=")
        let option = hasKey && tokens[frame.start].kind == .name ? tokens[frame.start].text : nil
        return CursorContext.Call(function, argument: argument, option: option, given: given)
    }
}

extension LuaToken {
    /// Whether it is a text.
    fileprivate var isText: Bool { if case .string = kind { true } else { false } }
}
