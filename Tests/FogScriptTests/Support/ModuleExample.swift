import FogStdlib
import Testing

/// An example of a function of the standard library, as its comment has it.
struct ModuleExample: Sendable, CustomTestStringConvertible {
    /// Module that it belongs to.
    var module: String
    /// Function that it shows, as in `flow.each`.
    var function: String
    /// Lua text, without the line that requires the module.
    var text: String
    /// Lines that it says are printed, in their order; empty where it says nothing.
    var printed: [String]

    var testDescription: String { function }

    /// Script that runs it.
    var script: String { "local \(module) = require(\"\(module)\")\n" + text }

    /// Examples of all modules.
    static let all: [ModuleExample] = Stdlib.modules.flatMap { examples(of: $0) }

    /// Public functions of a module that have no example.
    static func functionsWithout(_ module: String) -> [String] {
        blocks(of: module).filter { !$0.comment.contains("```lua") }.map(\.function)
    }

    private static func examples(of module: String) -> [ModuleExample] {
        blocks(of: module).compactMap { block in
            guard let start = block.comment.firstIndex(of: "```lua"),
                let end = block.comment[start...].firstIndex(of: "```")
            else { return nil }
            let lines = block.comment[(start + 1)..<end]
            return ModuleExample(
                module: module,
                function: block.function,
                text: lines.joined(separator: "\n"),
                printed: output(Array(lines))
            )
        }
    }

    /// Output that comments promise: what follows `-->`.
    private static func output(_ lines: [String]) -> [String] {
        lines.compactMap { line in
            line.firstRange(of: "-->").map { String(line[$0.upperBound...].drop { $0 == " " }) }
        }
    }

    /// Comments above functions, without their marks.
    private static func blocks(of module: String) -> [(function: String, comment: [String])] {
        var blocks: [(String, [String])] = []
        var comment: [String] = []
        for line in (Stdlib.source(of: module) ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("---") {
                comment.append(String(line.dropFirst(line.hasPrefix("--- ") ? 4 : 3)))
            } else {
                let name = line.hasPrefix("function ") ? line.dropFirst(9).prefix { $0 != "(" } : ""
                if !name.isEmpty, !name.contains("__"), !comment.isEmpty { blocks.append((String(name), comment)) }
                comment = []
            }
        }
        return blocks
    }
}
