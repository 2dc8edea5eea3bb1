package import FogModel

/// Number of a run, by which its tasks are told from those of every other run.
package struct RunID: Hashable, Sendable, CustomStringConvertible {
    /// Characters of a run's part in a marker, and of the operation's part behind it.
    private static let lengths = (run: 9, operation: 5)

    /// Nine characters of a to z and 0 to 9.
    package let description: String

    /// Makes a number of a run.
    ///
    /// - Parameter seed: random where runs are to be told apart, fixed where they are to be the same; counts modulo 36⁹.
    package init(_ seed: UInt64) {
        description = Self.base36(seed, length: Self.lengths.run)
    }

    /// Makes the marker of the task that an operation creates.
    ///
    /// - Parameter operation: number of the operation within the run, 1 or more.
    /// - Returns: marker, another for each operation; nil for numbers of 36⁵ and more, which a run does not reach.
    package func marker(operation: Int) -> TaskMarker? {
        guard let number = UInt64(exactly: operation) else { return nil }
        let digits = Self.base36(number, length: Self.lengths.operation)
        guard UInt64(digits, radix: 36) == number else { return nil }
        return TaskMarker(TaskMarker.prefix + description + digits)
    }

    /// Writes the lowest digits of a number.
    private static func base36(_ number: UInt64, length: Int) -> String {
        let digits = String(number, radix: 36).suffix(length)
        return String(repeating: "0", count: length - digits.count) + digits
    }
}
