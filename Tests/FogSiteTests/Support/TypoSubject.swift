import FogScript
import FogStdlib
import ScriptAPI

/// A script that is right, and one word of it that can be got wrong.
struct TypoSubject {
    /// What a word is.
    enum Kind: Hashable, CaseIterable {
        case global, function, method, moduleFunction, module, field, option, choice, name, selector, workflowKey
        case parameterType

        /// Whether the word is compared without case, as the names on a server are.
        var ignoresCase: Bool { self == .name || self == .selector }
    }

    var kind: Kind
    /// Text before the word.
    var before: String
    var word: String
    /// Text after it.
    var after: String

    /// Lines that an error may name: from the beginning of the statement at the left margin to that of the word.
    var lines: ClosedRange<Int> {
        let lines = (before + word).split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.lastIndex { $0.first.map { !$0.isWhitespace && $0 != "}" } ?? false } ?? 0
        return (first + 1)...lines.count
    }

    func script(with word: String) -> String { before + word + after }

    /// Takes a script with words marked as in `fog.host("«pc-001»")`: a subject for each.
    static func marked(_ kind: Kind, _ text: String) -> [TypoSubject] {
        let plain = text.replacing("«", with: "").replacing("»", with: "")
        var subjects: [TypoSubject] = []
        var before = ""
        for (place, part) in text.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
            guard place > 0, let end = part.firstIndex(of: "»") else {
                before += part
                continue
            }
            let word = String(part[..<end])
            let after = String(plain.dropFirst(before.count + word.count))
            subjects.append(TypoSubject(kind: kind, before: before, word: word, after: after))
            before += word + part[part.index(after: end)...]
        }
        return subjects
    }
}

extension TypoSubject {
    /// Subjects of the examples of all functions.
    static var ofExamples: [TypoSubject] {
        FogFunctions.specs.flatMap { spec -> [TypoSubject] in
            guard let example = spec.example else { return [] }
            let options = Set(spec.parameters.flatMap { $0.type.options.map(\.name) })
            return words(of: example).compactMap { place, end in
                let (before, word, after) = (example[..<place], String(example[place..<end]), example[end...])
                let kind: Kind
                if before.hasSuffix("fog."), after.hasPrefix("(") {
                    kind = .function
                } else if before.hasSuffix(":"), methods.contains(word), after.hasPrefix("(") {
                    kind = .method
                } else if options.contains(word), after.hasPrefix(" = "),
                    before.hasSuffix("{ ") || before.hasSuffix(", ")
                {
                    kind = .option
                } else {
                    return nil
                }
                return TypoSubject(kind: kind, before: String(before), word: word, after: String(after))
            }
        }
    }

    /// Subjects of the examples of the standard library.
    static var ofModules: [TypoSubject] {
        Stdlib.modules.flatMap { module -> [TypoSubject] in
            examples(of: module).flatMap { example -> [TypoSubject] in
                let script = "local \(module) = require(\"\(module)\")\n" + example
                return words(of: script).compactMap { place, end in
                    let (before, word, after) = (script[..<place], String(script[place..<end]), script[end...])
                    let kind: Kind
                    if before.hasSuffix("require(\"") {
                        kind = .module
                    } else if Stdlib.modules.contains(where: { before.hasSuffix("\($0).") }), after.hasPrefix("(") {
                        kind = .moduleFunction
                    } else {
                        return nil
                    }
                    return TypoSubject(kind: kind, before: String(before), word: word, after: String(after))
                }
            }
        }
    }

    private static let methods = Set(
        FogFunctions.specs.compactMap { $0.method?.split(separator: ":").last.map(String.init) }
    )

    /// Words on lines that begin at the left margin: whatever runs, these do.
    private static func words(of script: String) -> [(String.Index, String.Index)] {
        var words: [(String.Index, String.Index)] = []
        for line in script.split(separator: "\n") where !line.hasPrefix(" ") && !line.hasPrefix("--") {
            words += line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { ($0.startIndex, $0.endIndex) }
        }
        return words
    }

    private static func examples(of module: String) -> [String] {
        (Stdlib.source(of: module) ?? "").split(separator: "--- ```lua\n").dropFirst().compactMap { part in
            part.firstRange(of: "--- ```").map { end in
                part[..<end.lowerBound].split(separator: "\n").map { String($0.dropFirst(4)) }.joined(separator: "\n")
            }
        }
    }
}
