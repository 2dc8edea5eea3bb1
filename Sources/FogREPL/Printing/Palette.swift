/// Colours of what is printed; nothing is told by them alone.
package struct Palette: Sendable {
    /// Part of a text that has a look of its own.
    package enum Role: String, CaseIterable, Sendable {
        /// Head of a table, name of a field.
        case name
        /// What is absent or left out.
        case faint
        case text
        case number
        case error
    }

    private let isOn: Bool

    /// Without colours: no terminal, or `NO_COLOR`.
    package static let plain: Palette = Palette(isOn: false)
    /// With those that every terminal has.
    package static let coloured: Palette = Palette(isOn: true)

    /// Paints a text of one line.
    package func paint(_ text: String, _ role: Role) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code(role))m\(text)\u{1B}[0m" : text
    }

    private func code(_ role: Role) -> String {
        switch role {
        case .name: "1"
        case .faint: "2"
        case .text: "32"
        case .number: "36"
        case .error: "31"
        }
    }
}
