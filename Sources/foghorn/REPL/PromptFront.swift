import FogBroker
import FogREPL

/// Where a prompt shows what happens, and asks.
///
/// What is shown may hold anything that a server or a script can make up: a front writes nothing that a terminal obeys but
/// its own colours.
protocol PromptFront: AnyObject, Sendable {
    /// Columns in a line.
    var columns: Int { get }
    /// Whether somebody is there who can answer.
    var isAttended: Bool { get }
    /// Whether lines can be drawn in the place of others.
    var isLive: Bool { get }
    /// Earlier inputs, the oldest first.
    var history: [String] { get }
    /// Shows lines that stay.
    func show(_ lines: [String])
    /// Shows what a script has printed.
    func show(printed text: String)
    /// Shows words about a fault, or of Foghorn's own.
    func note(_ lines: [String])
    /// Shows what the broker did.
    func show(_ event: BrokerEvent)
    /// Shows lines in the place of the ones before; none takes them away.
    func show(live lines: [String])
    /// Asks; gives whether the answer is yes.
    func ask(_ question: String) async -> Bool
    /// Puts a text where the next input is written.
    func fill(_ text: String)
    /// Clears the screen, where there is one.
    func clear()
    /// Does something that needs the terminal for itself, as an editor does.
    func leaveTerminal<Value: Sendable>(_ action: @Sendable () async throws -> Value) async rethrows -> Value
}
