/// What is written to reach a value, as in `lab.hosts[2]` or `fog.host("pc-1"):inventory()`.
package struct ValueChain: Hashable, Sendable {
    /// One step on the way.
    package enum Step: Hashable, Sendable {
        /// Field by a dot.
        case field(String)
        /// Method by a colon; a call follows, if anything does.
        case method(String)
        /// Item by a whole number in brackets.
        case item(Int)
        /// Entry by a text in brackets.
        case entry(String)
        /// Call of what stands before.
        case call
        /// Entry by something else in brackets.
        case unknown
    }

    /// Name at its beginning.
    package var root: String
    /// Steps in order.
    package var steps: [Step]

    /// Makes a chain.
    package init(_ root: String, _ steps: [Step] = []) {
        self.root = root
        self.steps = steps
    }

    /// Path of names alone, as in `fog.task`; nil where anything else is on the way.
    package var name: String? {
        var name = root
        for step in steps {
            guard case .field(let field) = step else { return nil }
            name += "." + field
        }
        return name
    }
}

extension ValueChain {
    /// Reads backwards from a token to the beginning of what reaches a value.
    ///
    /// - Parameters:
    ///   - last: index of the last token of the chain.
    ///   - tokens: tokens of the text, without comments.
    /// - Returns: nil where the token ends no such thing.
    static func ending(at last: Int, in tokens: [LuaToken]) -> ValueChain? {
        var steps: [Step] = []
        var place = last
        while place >= 0 {
            let token = tokens[place]
            switch token.kind {
            case .name:
                if place >= 2, tokens[place - 1].is(".") || tokens[place - 1].is(":") {
                    steps.append(tokens[place - 1].is(".") ? .field(token.text) : .method(token.text))
                    place -= 2
                } else {
                    return ValueChain(token.text, steps.reversed())
                }
            case .string(isClosed: true):
                guard place > 0, endsValue(tokens[place - 1]) else { return nil }
                steps.append(.call)
                place -= 1
            case .symbol where [")", "]", "}"].contains(token.text):
                guard let open = opening(of: place, in: tokens), open > 0, endsValue(tokens[open - 1]) else {
                    return nil
                }
                steps.append(token.text == "]" ? key(tokens[(open + 1)..<place]) : .call)
                place = open - 1
            default: return nil
            }
        }
        return nil
    }

    /// Whether something can be called or indexed that ends with a token.
    static func endsValue(_ token: LuaToken) -> Bool {
        switch token.kind {
        case .name, .string(isClosed: true): true
        default: token.is(")") || token.is("]") || token.is("}")
        }
    }

    private static func key(_ tokens: ArraySlice<LuaToken>) -> Step {
        guard tokens.count == 1, let token = tokens.first else { return .unknown }
        switch token.kind {
        case .number: return Int(token.text).map { .item($0) } ?? .unknown
        case .string: return token.content.map { .entry($0) } ?? .unknown
        default: return .unknown
        }
    }

    private static func opening(of place: Int, in tokens: [LuaToken]) -> Int? {
        var depth = 0
        for index in stride(from: place, through: 0, by: -1) where tokens[index].kind == .symbol {
            switch tokens[index].text {
            case ")", "]", "}": depth += 1
            case "(", "[", "{":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }
}

extension LuaToken {
    /// What a text in quotes holds, closed or not; nil where it has escapes, and for anything else.
    package var content: String? {
        guard case .string(let isClosed) = kind, let quote = text.first, quote != "[", !text.contains("\\") else {
            return nil
        }
        let inner = text.dropFirst()
        return String(isClosed ? inner.dropLast() : inner)
    }
}
