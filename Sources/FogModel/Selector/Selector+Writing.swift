extension Selector: CustomStringConvertible {
    /// Whether a text is read as the name of one host, without `*` and `?`.
    public static func isName(_ text: String) -> Bool { SelectorParser.isPlainName(text) && Glob(text).isExact }

    /// Selector in its own grammar; reading it again gives an equal selector.
    public var description: String { terms.map(\.description).joined(separator: ",") }
}

extension Selector.Term: CustomStringConvertible {
    /// Term in the grammar of selectors.
    public var description: String { (isExcluded ? "!" : "") + match.description }
}

extension Selector.Match: CustomStringConvertible {
    /// Term in the grammar of selectors, without the `!`.
    public var description: String {
        switch self {
        case .name(let glob):
            SelectorParser.isPlainName(glob.description) ? glob.description : Self.quoted(glob.description)
        case .group(let glob): "group:" + Self.value(glob.description)
        case .image(let glob): "image:" + Self.value(glob.description)
        case .serial(let glob): "serial:" + Self.value(glob.description)
        case .mac(let digits): "mac:" + Self.pairs(digits)
        case .id(let range):
            range.lowerBound == range.upperBound
                ? "id:\(range.lowerBound)" : "id:\(range.lowerBound)-\(range.upperBound)"
        case .imagedWithin(let age): "imaged<\(age)"
        case .imagedBefore(let age): "imaged>\(age)"
        case .neverImaged: SelectorParser.never
        case .state(let state): "state:" + state.rawValue
        }
    }

    private static func value(_ text: String) -> String {
        SelectorParser.isPlainValue(text) ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }

    /// Puts a colon after each two digits, as in `00:11:2`.
    package static func pairs(_ digits: String) -> String {
        digits.enumerated().map { ($0 > 0 && $0.isMultiple(of: 2) ? ":" : "") + String($1) }.joined()
    }
}

extension Selector.Age: CustomStringConvertible {
    /// Age in the largest unit in which it is a whole number, as in `30d`.
    public var description: String {
        for (unit, size) in [("d", 86_400), ("h", 3_600), ("m", 60)] where seconds.isMultiple(of: size) {
            return "\(seconds / size)\(unit)"
        }
        return "\(seconds)s"
    }
}
