/// What can follow the text before the cursor, as far as the state knows.
package struct Completions: Hashable, Codable, Sendable {
    /// What is written already of that which a candidate takes the place of: the end of the text.
    package var prefix: String
    /// What can stand there, in the order of the alphabet; all begin with ``prefix``.
    package var candidates: [Candidate]
    /// Whether there are more candidates than are told.
    package var isCut: Bool
    /// Names of the server's that can stand there; nil where none can.
    package var names: LiveNames?
    /// Call whose arguments are being written; nil where none is, or nothing is known of it.
    package var call: CallHint?

    /// Most candidates that are told.
    package static let limit: Int = 500

    /// Makes completions.
    package init(
        prefix: String,
        candidates: [Candidate],
        isCut: Bool = false,
        names: LiveNames? = nil,
        call: CallHint? = nil
    ) {
        self.prefix = prefix
        self.candidates = candidates
        self.isCut = isCut
        self.names = names
        self.call = call
    }
}

/// Something that can stand at the cursor.
package struct Candidate: Hashable, Codable, Sendable {
    /// What it is.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case keyword
        /// A global that holds something else than a function.
        case variable
        case function
        case method
        case field
        /// Key of a table of options.
        case option
        /// A word that fits as a text.
        case word
    }

    /// What is to stand there.
    package var text: String
    /// What it is.
    package var kind: Kind
    /// Signature or type, as in `fog.task(host, type[, options])` or `Host`; nil where it is not known.
    package var detail: String?
    /// One line; nil where there is none.
    package var help: String?

    /// Makes a candidate.
    package init(_ text: String, _ kind: Kind, detail: String? = nil, help: String? = nil) {
        self.text = text
        self.kind = kind
        self.detail = detail
        self.help = help
    }
}

/// Names of the server's that a text can be; who asks the server knows them.
package struct LiveNames: Hashable, Codable, Sendable {
    /// Which names.
    package enum Kind: Hashable, Codable, Sendable {
        /// A selector of hosts: names, and terms such as `group:`.
        case selector
        /// Names of the rows of a class, as in `Host`, `Image` or `TaskType`.
        case rows(className: String)
        /// Names of servers in the operator's settings.
        case server
    }

    /// Which names.
    package var kind: Kind
    /// What is written of the text already.
    package var prefix: String
    /// Quote that it began with; a candidate that holds it has to be written otherwise.
    package var quote: String

    /// Makes a wish for names.
    package init(_ kind: Kind, prefix: String, quote: String) {
        self.kind = kind
        self.prefix = prefix
        self.quote = quote
    }
}

/// What is known of a call whose arguments are being written.
package struct CallHint: Hashable, Codable, Sendable {
    /// Parameter or option, and what can stand there.
    package struct Parameter: Hashable, Codable, Sendable {
        /// Name.
        package var name: String
        /// Type in words, as in `Host, string or integer`.
        package var type: String
        /// Whether it may be left out.
        package var isOptional: Bool
        /// One line.
        package var help: String

        /// Makes a parameter.
        package init(name: String, type: String, isOptional: Bool, help: String) {
            self.name = name
            self.type = type
            self.isOptional = isOptional
            self.help = help
        }
    }

    /// Name under which help is found, as in `fog.task`.
    package var name: String
    /// How it is called, as in `Host:task(type[, options])`.
    package var signature: String
    /// One sentence.
    package var summary: String
    /// Parameters in the order of the signature.
    package var parameters: [Parameter]
    /// Place among them of the argument that is being written, from 0; nil where it has no parameter.
    package var active: Int?
    /// Option whose value is being written; nil where none is.
    package var option: Parameter?

    /// Makes a hint.
    package init(
        name: String,
        signature: String,
        summary: String,
        parameters: [Parameter],
        active: Int?,
        option: Parameter? = nil
    ) {
        self.name = name
        self.signature = signature
        self.summary = summary
        self.parameters = parameters
        self.active = active
        self.option = option
    }
}
