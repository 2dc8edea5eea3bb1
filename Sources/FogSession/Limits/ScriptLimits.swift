/// Limits of one run, in base units: bytes, seconds, or the thing itself.
package struct ScriptLimits: Hashable, Codable, Sendable, ExpressibleByDictionaryLiteral {
    private var values: [String: Int] = [:]

    /// Makes limits of which none is set: each has its fallback.
    package init() {}

    /// Makes limits of those that are set, in base units.
    package init(dictionaryLiteral elements: (ScriptLimit, Int)...) {
        for (limit, value) in elements { self[limit] = value }
    }

    /// Value of a limit.
    package subscript(limit: ScriptLimit) -> Int {
        get { values[limit.rawValue] ?? limit.fallback * limit.unit.size }
        set { values[limit.rawValue] = newValue }
    }
}
