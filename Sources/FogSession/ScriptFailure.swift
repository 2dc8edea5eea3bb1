package import FogModel

/// Why a script did not come to its end.
package struct ScriptFailure: Error, Hashable, Codable, Sendable {
    /// Kind of failure.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Text is no Lua.
        case syntax
        /// An error that the script did not catch.
        case script
        /// Workflow's description or parameters do not hold.
        case usage
        /// Memory limit reached.
        case memory
        /// Time limit reached.
        case deadline
        /// Another limit reached: of output, or of jobs.
        case limit
        /// Called off from outside.
        case cancelled
        /// The process that ran it has died, hung or talked nonsense, and was killed.
        case crashed
    }

    /// Kind of failure.
    package var kind: Kind
    /// One line with source name and line number where they are known.
    package var message: String
    /// Failed operation, where an error object of `fog.*` was not caught.
    package var error: FogError?
    /// Source name of the place; nil where it is not known.
    package var source: String?
    /// Line of the place, from 1; nil where it is not known.
    package var line: Int?
    /// Lua traceback, one frame a line; empty where there is none.
    package var traceback: String

    /// Makes a failure.
    package init(
        _ kind: Kind,
        _ message: String,
        error: FogError? = nil,
        source: String? = nil,
        line: Int? = nil,
        traceback: String = ""
    ) {
        self.kind = kind
        self.message = message
        self.error = error
        self.source = source
        self.line = line
        self.traceback = traceback
    }
}
