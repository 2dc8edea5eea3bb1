/// One key of an answer and where its value comes from.
struct Member: Sendable {
    typealias Computation = @Sendable (Row, inout Renderer) -> Void

    enum Source: Sendable {
        case column(Int)
        case computed(Computation)
        /// Writes its own key and value, or nothing.
        case optional(Computation)
        /// Column that is kept but not shown.
        case hidden
    }

    let key: String
    /// Key as it goes over the wire.
    let quotedKey: [UInt8]
    let source: Source

    private init(key: String, source: Source) {
        self.key = key
        quotedKey = WireWriter.quotedKey(key)
        self.source = source
    }

    var isHidden: Bool { if case .hidden = source { true } else { false } }

    static func column(_ name: String, _ ordinal: Int) -> Self { Self(key: name, source: .column(ordinal)) }

    /// Makes a member that writes one value; one named as a column takes its place.
    static func computed(_ key: String, _ computation: @escaping Computation) -> Self {
        Self(key: key, source: .computed(computation))
    }

    /// Makes a member that some rows have and others have not; the computation writes the key, too.
    static func optional(_ key: String, _ computation: @escaping Computation) -> Self {
        Self(key: key, source: .optional(computation))
    }

    /// Makes a column disappear from answers.
    static func hidden(_ key: String) -> Self { Self(key: key, source: .hidden) }
}
