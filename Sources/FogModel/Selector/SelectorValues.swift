/// Reads what stands after the keys of selectors.
enum SelectorValues {
    typealias Piece = SelectorParser.Piece

    // MARK: - Numbers

    /// Reads `12` or `3-9`.
    static func numbers(_ value: Piece) throws(SelectorFault) -> ClosedRange<HostID> {
        let letters = Array(value.text.unicodeScalars)
        let dash = letters.firstIndex(of: "-")
        let first = try number(letters[..<(dash ?? letters.count)], at: value.start)
        guard let dash else { return first...first }
        let last = try number(letters[(dash + 1)...], at: value.start)
        guard first <= last else {
            throw SelectorFault("the numbers run backwards", at: value.start, hint: "write id:\(last)-\(first)")
        }
        return first...last
    }

    private static func number(_ letters: ArraySlice<Unicode.Scalar>, at start: Int) throws(SelectorFault) -> HostID {
        if letters.isEmpty {
            throw SelectorFault("a number is missing", at: start + letters.startIndex, hint: numberForms)
        }
        if let place = letters.firstIndex(where: { !("0"..."9").contains($0) }) {
            throw SelectorFault("\"\(letters[place])\" is no digit", at: start + place, hint: numberForms)
        }
        guard let id = Int(String(String.UnicodeScalarView(letters))).flatMap({ HostID($0) }) else {
            throw SelectorFault("no host has this number", at: start + letters.startIndex, hint: numberForms)
        }
        return id
    }

    private static let numberForms = "write the number of a host, as in id:12 or id:3-9"

    // MARK: - Addresses

    /// Reads the beginning of a MAC address in any usual writing.
    ///
    /// - Returns: its digits in lower case.
    static func macBeginning(_ value: Piece) throws(SelectorFault) -> String {
        var letters = Array(value.text.unicodeScalars)
        // A star at the end is a habit from names, and says what holds in any case.
        if letters.last == "*" { letters.removeLast() }
        let separators: Set<Unicode.Scalar> = [":", "-", "."]
        let separator = letters.first(where: separators.contains)
        var digits = "".unicodeScalars
        var part = 0
        for (place, letter) in letters.enumerated() {
            let here = value.start + place
            if letter == separator {
                if part != (letter == "." ? 4 : 2) { throw uneven(letter, at: here) }
                part = 0
            } else if separators.contains(letter) {
                throw SelectorFault("\"\(letter)\" is another separator than the one before", at: here, hint: macForms)
            } else if letter.isASCII, letter.properties.isASCIIHexDigit {
                digits.append(letter)
                part += 1
                if digits.count > 12 { throw SelectorFault("a MAC address has 12 digits", at: here, hint: macForms) }
                if let separator, part > (separator == "." ? 4 : 2) { throw uneven(separator, at: here) }
            } else {
                throw SelectorFault("\"\(letter)\" is no hexadecimal digit", at: here, hint: macForms)
            }
        }
        if digits.isEmpty { throw SelectorFault("a MAC address is missing", at: value.start, hint: macForms) }
        return String(digits).lowercased()
    }

    private static func uneven(_ separator: Unicode.Scalar, at place: Int) -> SelectorFault {
        let count = separator == "." ? "four" : "two"
        return SelectorFault("the parts between \"\(separator)\" have \(count) digits", at: place, hint: macForms)
    }

    private static let macForms = "write an address or its beginning, as in mac:00:11:22 or mac:001122"

    // MARK: - Conditions

    private static let units: [Unicode.Scalar: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]

    /// Reads `30d`.
    static func age(_ value: Piece) throws(SelectorFault) -> Selector.Age {
        let letters = Array(value.text.lowercased().unicodeScalars)
        let digits = letters.prefix { ("0"..."9").contains($0) }
        let end = value.start + digits.count
        if digits.isEmpty { throw SelectorFault("a time begins with a number", at: end, hint: ageForms) }
        guard digits.count < letters.count else { throw SelectorFault("the time has no unit", at: end, hint: ageForms) }
        guard let unit = units[letters[digits.count]] else {
            throw SelectorFault("\"\(letters[digits.count])\" is no unit of time", at: end, hint: ageForms)
        }
        guard letters.count == digits.count + 1 else {
            throw SelectorFault("the unit has one letter", at: end + 1, hint: ageForms)
        }
        let number = Int(String(String.UnicodeScalarView(digits))) ?? .max
        let (seconds, isTooLong) = number.multipliedReportingOverflow(by: unit)
        guard !isTooLong, let age = Selector.Age(seconds: seconds) else {
            throw SelectorFault("the time is longer than 100 years", at: value.start, hint: ageForms)
        }
        return age
    }

    private static let ageForms = "write a whole number and s, m, h, d or w, as in imaged<30d"

    /// Reads the name of a state; a dash or a blank will do for the underscore.
    static func state(_ value: Piece) throws(SelectorFault) -> HostState {
        let word = String(value.text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
        if let state = HostState(rawValue: word) { return state }
        let words = HostState.allCases.map(\.rawValue)
        let hint =
            Suggestion.closest(to: word, among: words).map { "did you mean \"state:\($0)\"?" }
            ?? "there are " + words.joined(separator: ", ")
        throw SelectorFault("no state \"\(value.text)\"", at: value.start, hint: hint)
    }
}
