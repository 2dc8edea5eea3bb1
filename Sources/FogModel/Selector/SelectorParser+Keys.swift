extension SelectorParser {
    /// Reads the value of a key.
    mutating func match(key written: String, at start: Int) throws(SelectorFault) -> Selector.Match {
        let key = written.lowercased()
        guard Self.keys.contains(key) else { throw unknown(written, at: start) }
        let value = try value(after: key + ":")
        switch key {
        case "group": return .group(Glob(value.text))
        case "image": return .image(Glob(value.text))
        case "serial": return .serial(Glob(value.text))
        case "mac": return .mac(try SelectorValues.macBeginning(value))
        case "id": return .id(try SelectorValues.numbers(value))
        default: return .state(try SelectorValues.state(value))
        }
    }

    /// Reads `imaged<30d` from its sign on.
    mutating func imaged(_ head: String, at start: Int) throws(SelectorFault) -> Selector.Match {
        guard head.lowercased() == Self.imaged else {
            let hint = Suggestion.closest(to: head, among: [Self.imaged]).map { "did you mean \"\($0)\"?" }
            throw SelectorFault("no condition \"\(head)\"", at: start, hint: hint)
        }
        let isWithin = next == "<"
        let sign = isWithin ? "imaged<" : "imaged>"
        _ = take("<") || take(">")
        if next == "=" { throw SelectorFault("= has no meaning here", at: place, hint: Self.hint(insteadOf: head)) }
        let age = try SelectorValues.age(try value(after: sign))
        return isWithin ? .imagedWithin(age) : .imagedBefore(age)
    }

    /// Says what is to be written in place of a key and an equals sign.
    static func hint(insteadOf head: String) -> String? {
        let word = head.lowercased()
        if word == imaged { return imagedForms }
        return Suggestion.closest(to: word, among: keys).map { "write \"\($0):\" before the value" }
    }

    private static let imagedForms = "write imaged<30d or imaged>30d"

    /// Words the fault of a key that there is not.
    private func unknown(_ written: String, at start: Int) -> SelectorFault {
        var ahead = self
        let whole = written + ":" + ahead.word(until: [","])
        let digits = whole.filter { $0 != ":" }
        let key = written.lowercased()
        let hint: String? =
            if key.utf8.count == 2, digits.allSatisfy(\.isHexDigit) {
                "did you mean \"mac:\(whole)\"?"
            } else if key == Self.imaged {
                Self.imagedForms
            } else if key == "name" || key == "host" {
                "write the name alone, as in lab-3-*"
            } else {
                Suggestion.closest(to: key, among: Self.keys).map { "did you mean \"\($0):\"?" }
            }
        let known =
            "there are \(Self.keys.map { $0 + ":" }.joined(separator: ", ")); a name with a colon has to be in quotes"
        return SelectorFault("no key \"\(written):\"", at: start, hint: hint ?? known)
    }
}
