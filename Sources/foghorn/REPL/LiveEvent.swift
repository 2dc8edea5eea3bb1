import FogBroker
import Terminal

/// Something that the loop of a live prompt has to deal with, in the order in which it happens.
enum LiveEvent: Sendable {
    // The terminal.
    case bytes([UInt8])
    case inputEnded
    /// Nothing has followed an Escape for a moment; of several waits the last counts.
    case escapeAlone(Int)
    case resized
    /// A signal that asks for an end: whether it is only an interruption.
    case signal(isInterrupt: Bool)
    /// Time to draw again what was held back.
    case due

    // What is to be shown.
    case lines([String])
    case progress(BrokerEvent)
    case live([String])
    case clear
    case fill(String)
    case question(String, CheckedContinuation<Bool, Never>)
    case leave(CheckedContinuation<Void, Never>)
    case comeBack(CheckedContinuation<Void, Never>)

    // Answers of the session.
    case checked(isComplete: Bool)
    case ended(PromptSession.Outcome)
    /// What could stand behind a text.
    case offered(String, Completions?)
    /// What is to be said of a text below it.
    case hinted(String, String?)
}
