package import FogOperations

/// A value that can cross between a session and its host: a parameter, or what a workflow returns.
package indirect enum ScriptValue: Hashable, Codable, Sendable {
    case none
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    /// A text that does not print; a parameter only.
    case secret(SealedText)
    case list([ScriptValue])
    case map([String: ScriptValue])
}
