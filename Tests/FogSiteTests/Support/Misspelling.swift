/// A way in which people get a word wrong.
enum Misspelling: CaseIterable {
    case swappedLetters, missingLetter, doubledLetter, wrongCase, wrongNumber

    /// Gets a word wrong.
    ///
    /// Only letters change: other digits name another machine, and that one may well exist.
    ///
    /// - Returns: nil where the word cannot be got wrong in this way.
    func apply(to word: String, _ dice: inout some RandomNumberGenerator) -> String? {
        var letters = Array(word)
        switch self {
        case .swappedLetters:
            let places = letters.indices.dropLast().filter {
                letters[$0].isLetter && letters[$0 + 1].isLetter && letters[$0] != letters[$0 + 1]
            }
            guard let place = places.randomElement(using: &dice) else { return nil }
            letters.swapAt(place, place + 1)
        case .missingLetter:
            let places = letters.indices.filter { letters[$0].isLetter }
            guard letters.count > 2, let place = places.randomElement(using: &dice) else { return nil }
            letters.remove(at: place)
        case .doubledLetter:
            guard let place = letters.indices.filter({ letters[$0].isLetter }).randomElement(using: &dice)
            else { return nil }
            letters.insert(letters[place], at: place)
        case .wrongCase: return Self.otherCase(word)
        case .wrongNumber: return word.hasSuffix("s") ? String(word.dropLast()) : word + "s"
        }
        return String(letters)
    }

    /// Word in camel case where it has parts, else with a capital.
    private static func otherCase(_ word: String) -> String {
        let parts = word.split(separator: "_").map(String.init)
        guard parts.count > 1 else { return word.prefix(1).uppercased() + word.dropFirst() }
        return parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
