import FogModel

/// A limit as a flag or a file sets it.
package struct LimitSetting: Hashable, Sendable {
    /// Limit that is set.
    package var limit: ScriptLimit
    /// Value in the limit's own unit.
    package var value: Int

    /// Why something sets no limit.
    package struct Fault: Error, Hashable, Sendable {
        /// What is wrong, with the value.
        package var message: String
        /// What to do now.
        package var hint: String
    }

    /// Reads a name and a value.
    ///
    /// - Throws: ``Fault`` for a name that is none and a value out of range.
    package init(_ name: String, _ value: String) throws(Fault) {
        guard let limit = ScriptLimit(rawValue: name) else {
            let names = ScriptLimit.allCases.map(\.name)
            throw Fault(
                message: "there is no limit \"\(name)\"",
                hint: Suggestion.hint(for: name, among: names) ?? "there are \(names.joined(separator: ", "))"
            )
        }
        let range = limit.range
        guard let number = Int(value), range.contains(number) else {
            throw Fault(
                message: "limit \(name) cannot be \"\(value)\"",
                hint: "it takes \(range.lowerBound) to \(range.upperBound) (\(limit.unit.rawValue))"
            )
        }
        self.limit = limit
        self.value = number
    }

    /// Reads `NAME=VALUE`, as the flag has it.
    ///
    /// - Throws: ``Fault``.
    package init(_ text: String) throws(Fault) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw Fault(message: "\"\(text)\" sets no limit", hint: "write NAME=VALUE, as in --set-limit memory=512")
        }
        try self.init(String(parts[0]), String(parts[1]))
    }
}
