/// What somebody has done at the keyboard.
package enum Key: Hashable, Sendable {
    /// Typed a character; one that combines with the one before comes alone.
    case character(Character)
    /// Held Control with a letter or sign, as in `.control("a")`.
    case control(Character)
    /// Held Alt with a character, or pressed Escape before it.
    case meta(Character)
    /// Pressed a key that has a name, with Alt or Control or neither.
    case named(Name, Modifier = .none)
    /// Pasted a text, of which the terminal has told the beginning and the end; lines end with a line feed.
    case paste(String)

    /// Keys that have names.
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case enter, tab, backTab, backspace, delete, escape, up, down, left, right, home, end, pageUp, pageDown
    }

    /// What was held with a named key.
    package enum Modifier: Hashable, Sendable {
        case none, meta, control
    }
}
