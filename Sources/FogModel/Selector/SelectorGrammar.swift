/// What can be written in a selector: every help that tells of selectors shows this.
public enum SelectorGrammar {
    /// One way to name hosts.
    public struct Form: Sendable {
        /// How it is written; several writings with commas between them.
        public let example: String
        /// Which hosts it means.
        public let meaning: String
    }

    /// All ways, each with the writing of its key.
    public static let forms: [Form] = [
        Form(example: "lab-3-07, lab-3-*, lab-?-01", meaning: "by name; * is any text, ? one letter"),
        Form(example: "group:Lab A, group:Lab*", meaning: "in a group"),
        Form(example: "image:Win11, image:Win*", meaning: "with that image assigned"),
        Form(example: "mac:00:11:22:33:44:55, mac:0011", meaning: "by MAC address or its beginning"),
        Form(example: "id:12, id:3-9", meaning: "by number"),
        Form(example: "serial:5CG*", meaning: "by the serial number in their inventory"),
        Form(
            example: "state:queued",
            meaning: "by what they have to do: " + HostState.allCases.map(\.rawValue).joined(separator: ", ")
        ),
        Form(
            example: "imaged<30d, imaged>2w",
            meaning: "last imaged less or longer ago than that; units s, m, h, d, w"
        ),
        Form(example: "never-imaged", meaning: "that no deploy has ever finished on"),
    ]

    /// How terms go together.
    public static let rules: [String] = [
        "A comma stands between terms; a host is meant if any of them fits it.",
        "After a ! stands what is taken away, as in group:Lab A,!lab-a-07; with such terms alone, of all hosts.",
        "Letters are compared without case.",
        "A name with a comma, colon, quote, <, > or = in it stands in quotes; a quote in it is written twice.",
        "A name that no host, group or image has is an error; a group without hosts is none.",
    ]

    /// Keys that stand before a colon, as in `group`.
    public static let keys: [String] = SelectorParser.keys

    /// Terms, and beginnings of terms, that need no key.
    public static let words: [String] = [SelectorParser.never, "imaged<", "imaged>"]

    /// What can stand behind `state:`.
    public static let states: [String] = HostState.allCases.map(\.rawValue)

    /// All forms in a line.
    public static let summary: String =
        "names and globs, " + SelectorParser.keys.map { $0 + ":" }.joined(separator: ", ")
        + ", imaged<30d, imaged>30d and \(SelectorParser.never), with commas between them and ! before what is taken away"
}
