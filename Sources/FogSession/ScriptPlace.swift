/// A line of a script.
package struct ScriptPlace: Hashable, Sendable, CustomStringConvertible {
    /// Name of the source, as errors give it.
    package var source: String
    /// Line from 1.
    package var line: Int

    /// Makes a place.
    package init(source: String, line: Int) {
        self.source = source
        self.line = line
    }

    /// Place as Lua writes it, `source:line`.
    package var description: String { "\(source):\(line)" }
}
