import FogSession
import LuaKit

/// Why a path leads to no value.
struct PathRefusal: Error {
    /// One line.
    let words: String
}

/// Name of a global with fields and places behind it, as in `_3`, `lab.hosts[2]` or `map["a b"]`.
struct ValuePath {
    /// Name of the global.
    let root: String
    /// What follows, in order: texts and whole numbers.
    let steps: [LuaValue]

    /// Reads a path; nil for anything else.
    init?(_ text: String) {
        var rest = text[...]
        rest.trimBlanks()
        guard let root = rest.takeName() else { return nil }
        var steps: [LuaValue] = []
        rest.trimBlanks()
        while let first = rest.popFirst() {
            rest.trimBlanks()
            switch first {
            case ".":
                guard let name = rest.takeName() else { return nil }
                steps.append(LuaValue(name))
            case "[":
                guard let key = rest.takeKey() else { return nil }
                rest.trimBlanks()
                guard rest.popFirst() == "]" else { return nil }
                steps.append(key)
            default: return nil
            }
            rest.trimBlanks()
        }
        (self.root, self.steps) = (root, steps)
    }
}

extension Substring {
    fileprivate mutating func trimBlanks() {
        while first?.isWhitespace ?? false { removeFirst() }
    }

    fileprivate mutating func takeName() -> String? {
        let name = prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard let first = name.first, !first.isNumber else { return nil }
        removeFirst(name.count)
        return String(name)
    }

    /// Takes a whole number, or a text in quotes that holds no backslash.
    fileprivate mutating func takeKey() -> LuaValue? {
        if let quote = first, quote == "\"" || quote == "'" {
            let text = dropFirst().prefix { $0 != quote && $0 != "\\" && !$0.isNewline }
            guard dropFirst(text.count + 1).first == quote else { return nil }
            removeFirst(text.count + 2)
            return LuaValue(String(text))
        }
        let digits = prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        removeFirst(digits.count)
        return .integer(number)
    }
}

extension ScriptRun {
    /// Finds the value at a path, without running code of a script's and without asking the server.
    func value(at path: String) -> Result<LuaValue, PathRefusal> {
        guard let parsed = ValuePath(path), let prompt else {
            return .failure(PathRefusal(words: "\"\(path)\" names no value: write one as in _, _3 or lab.hosts[2]"))
        }
        var value = prompt.globals.value(parsed.root)
        for step in parsed.steps {
            guard let next = self.value(of: value, at: step) else {
                return .failure(PathRefusal(words: "\"\(path)\" leads to nothing"))
            }
            value = next
        }
        if value.isNil { return .failure(PathRefusal(words: "there is no value \"\(path)\"")) }
        return .success(value)
    }

    /// Value of a field or at a place; nil where a value has none, and where it would have to be asked for.
    func value(of value: LuaValue, at key: LuaValue) -> LuaValue? {
        switch value {
        case .reference(let table) where table.type == .table: return self.value(of: key, in: table)
        case .table(let table):
            return key.integer.map { table.array.indices.contains($0 - 1) ? table.array[$0 - 1] : .nil }
                ?? key.string.flatMap { table[$0] }
        case .object(let object):
            guard let name = key.string, let object = object as? any ShowableObject,
                let place = type(of: object).shownFields.firstIndex(where: { $0.name == name })
            else { return nil }
            return object.shownValue(at: place)
        default: return nil
        }
    }
}
