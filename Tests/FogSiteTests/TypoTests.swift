import FogScript
import FogSession
import FogSim
import FogStdlib
import Foundation
import ScriptAPI
import TestSupport
import Testing

/// Scripts in which one word is misspelt end with a message that names the right one, with file and line.
@Suite struct TypoTests {
    /// A script that is wrong.
    private struct Typo {
        var subject: TypoSubject
        var way: Misspelling
        var word: String
    }

    @Test func `Names the word that was meant`() async throws {
        let typos = Self.typos()
        var seen: [TypoSubject.Kind: Set<Misspelling>] = [:]

        for typo in typos {
            seen[typo.subject.kind, default: []].insert(typo.way)
            try await expectHelp(for: typo)
        }

        #expect(typos.count >= 200)
        for kind in TypoSubject.Kind.allCases {
            let ways = Misspelling.allCases.filter { $0 != .wrongCase || !kind.ignoresCase }
            #expect(seen[kind] == Set(ways), "\(kind)")
        }
    }

    @Test func `Has scripts that are right before a word is misspelt`() async throws {
        for subject in TypoSubject.byHand {
            let outcome = try await SimulatedSite().run(subject.script(with: subject.word))

            #expect(outcome.failure == nil, "\(subject.script(with: subject.word))")
        }
    }

    private func expectHelp(for typo: Typo) async throws {
        let script = typo.subject.script(with: typo.word)
        let outcome = try await SimulatedSite().run(script)
        guard let failure = outcome.failure else {
            Issue.record("no error for \(typo.word) (\(typo.subject.kind), \(typo.way)):\n\(script)")
            return
        }
        let lines = typo.subject.lines.map { "test.lua:\($0): " }
        let isPlaced = lines.contains { failure.message.hasPrefix($0) }
        let isNamed = Self.names(typo.subject.word, in: failure.message)

        #expect(isPlaced && isNamed, "\(typo.word) (\(typo.subject.kind)) at \(typo.subject.lines): \(failure.message)")
    }

    /// Whether a text has a word by itself, and not only within the misspelt one.
    private static func names(_ word: String, in text: String) -> Bool {
        text.ranges(of: word).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
        }
    }

    /// Makes the typos: one in each word of the examples, all in those that were marked by hand.
    private static func typos() -> [Typo] {
        var dice = Dice(seed: 4)
        var typos: [Typo] = []
        for subject in TypoSubject.ofExamples + TypoSubject.ofModules {
            for way in Misspelling.allCases.shuffled(using: &dice) {
                guard let typo = typo(subject, way, &dice) else { continue }
                typos.append(typo)
                break
            }
        }
        for subject in TypoSubject.byHand {
            typos += Misspelling.allCases.compactMap { typo(subject, $0, &dice) }
        }
        return typos
    }

    private static func typo(_ subject: TypoSubject, _ way: Misspelling, _ dice: inout Dice) -> Typo? {
        if way == .wrongCase, subject.kind.ignoresCase { return nil }
        guard let word = way.apply(to: subject.word, &dice), word != subject.word, !known.contains(word)
        else { return nil }
        return Typo(subject: subject, way: way, word: word)
    }

    /// Words that mean something else.
    private static let known: Set<String> = Set(
        FogFunctions.specs.flatMap { spec in
            [spec.name, spec.method ?? ""].flatMap { $0.split { ".:".contains($0) }.map(String.init) }
                + spec.parameters.flatMap { $0.type.options.map(\.name) }
        } + Stdlib.modules + luaWords
    )

    private static let luaWords = [
        "and", "do", "else", "end", "error", "for", "goto", "if", "in", "ipairs", "local", "math", "next", "nil", "not",
        "or", "os", "pairs", "print", "select", "string", "table", "then", "type", "utf8",
    ]
}
