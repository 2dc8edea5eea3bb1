/// Makes text from scripts and servers harmless for a terminal.
package enum TerminalText {
    /// Replaces what a terminal would obey by what people can read.
    ///
    /// A host's description or a script's `print` may hold escape sequences that rewrite the screen, set the window's
    /// title or type into the shell. Control characters become their names, as in `<ESC>`; line feeds and tabs stay.
    /// Characters that turn the direction of writing become their code, as in `<U+202E>`, since they can make one name
    /// look like another.
    ///
    /// - Parameter text: any text.
    /// - Returns: the same text where there is nothing to replace.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isActive(scalar) {
                result.append(contentsOf: name(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text without sequences that style it, as in `ESC [ 1 m`.
    package static func withoutStyles(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{1B}") else { return text }
        var result = String.UnicodeScalarView()
        var isStyle = false
        for scalar in text.unicodeScalars {
            if isStyle {
                isStyle = scalar != "m"
            } else if scalar == "\u{1B}" {
                isStyle = true
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Makes a text harmless and puts it on one line.
    package static func oneLine(_ text: String) -> String {
        harmless(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
    }

    /// Cuts a text that would flood a terminal, and says by `… (letters more: 1999000)` what is missing.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - length: letters that are kept, counted as Unicode scalars.
    /// - Returns: the same text where it is no longer.
    package static func cut(_ text: String, to length: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "… (letters more: \(scalars.distance(from: end, to: scalars.endIndex)))"
    }

    /// Whether a terminal would obey a character, or write in another direction behind it.
    static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x1B: "<ESC>"
        case 0x07: "<BEL>"
        case 0x08: "<BS>"
        case 0x0D: "<CR>"
        default:
            scalar.value < 0x100
                ? "<0x" + String(scalar.value, radix: 16, uppercase: true) + ">"
                : "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
        }
    }
}
