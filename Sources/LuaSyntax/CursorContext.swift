/// What stands before the cursor, as far as it tells what can follow.
package struct CursorContext: Hashable, Sendable {
    /// What is being written.
    package enum Subject: Hashable, Sendable {
        /// A name: a keyword, a local or a global.
        case name
        /// A field behind a dot, of the value that stands before it; nil where that cannot be told.
        case field(of: ValueChain?)
        /// A method behind a colon, of the value that stands before it.
        case method(of: ValueChain?)
        /// A key of a table that is an argument of the call.
        case option
        /// A text in quotes; what it is for is told by the call.
        case text(quote: Character)
        /// A key in quotes and brackets, of the value that stands before them.
        case key(of: ValueChain?, quote: Character)
        /// A name that is new here, a number or a comment: nothing can be proposed.
        case nothing
    }

    /// A call that is being written.
    package struct Call: Hashable, Sendable {
        /// What is called.
        package var function: ValueChain
        /// Which argument the cursor is in, from 0, the receiver of a method not counted.
        package var argument: Int
        /// Option whose value the cursor is in, where the argument is a table.
        package var option: String?
        /// Options that stand in that table already.
        package var given: [String]

        /// Makes a call.
        package init(_ function: ValueChain, argument: Int, option: String? = nil, given: [String] = []) {
            self.function = function
            self.argument = argument
            self.option = option
            self.given = given
        }
    }

    /// What is being written.
    package var subject: Subject
    /// Beginning of it, the end of the text; empty where nothing is written of it yet.
    package var prefix: String
    /// Innermost call whose arguments the cursor is in; nil where it is in none.
    package var call: Call?

    /// Makes a context.
    package init(_ subject: Subject, prefix: String = "", call: Call? = nil) {
        self.subject = subject
        self.prefix = prefix
        self.call = call
    }
}

extension CursorContext {
    /// Reads what stands before the cursor.
    ///
    /// - Parameter text: all of the chunk that stands there.
    package init(before text: String) {
        let all = LuaLexer.tokens(of: text, comments: true)
        let end = text.utf8.count
        if let last = all.last, case .comment(let isClosed) = last.kind, last.range.upperBound == end,
            !isClosed || !last.text.hasSuffix("]")
        {
            self.init(.nothing)
            return
        }
        let tokens = all.filter { if case .comment = $0.kind { false } else { true } }
        let frames = Frame.open(in: tokens)
        let call = Frame.call(frames, tokens)
        guard let last = tokens.last, last.range.upperBound == end else {
            self.init(Self.beginning(behind: tokens, call), call: call)
            return
        }
        switch last.kind {
        case .string(isClosed: false):
            let content = last.content
            guard let quote = last.text.first, let content else {
                self.init(.nothing, call: call)
                return
            }
            let before = tokens.dropLast()
            if let bracket = before.last, bracket.is("["), before.count > 1 {
                let chain = ValueChain.ending(at: before.count - 2, in: tokens)
                self.init(.key(of: chain, quote: quote), prefix: content)
            } else {
                self.init(.text(quote: quote), prefix: content, call: call)
            }
        case .name, .keyword:
            let before = Array(tokens.dropLast())
            self.init(Self.beginning(behind: before, call), prefix: last.text, call: call)
        case .number: self.init(.nothing, call: call)
        default: self.init(Self.beginning(behind: tokens, call), call: call)
        }
    }

    /// What is written behind complete tokens.
    private static func beginning(behind tokens: [LuaToken], _ call: Call?) -> Subject {
        guard let last = tokens.last else { return .name }
        if last.is(".") { return .field(of: ValueChain.ending(at: tokens.count - 2, in: tokens)) }
        if last.is(":") { return .method(of: ValueChain.ending(at: tokens.count - 2, in: tokens)) }
        if ["local", "function", "goto", "for"].contains(where: last.is) { return .nothing }
        if call?.given != nil, call?.option == nil, Frame.isAtKey(tokens) { return .option }
        return .name
    }
}
