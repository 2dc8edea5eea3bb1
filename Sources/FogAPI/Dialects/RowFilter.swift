/// Which rows of a list are wanted, as a value: each dialect writes it in its own way.
///
/// All conditions have to hold. Each names a field as FOG's class has it, as in `imageID`, also where a field of that
/// class is nowhere in the rows. Texts are compared without case, as the server's database does.
///
/// What a server sends is looked at again: it leaves out conditions that it does not know, a proxy may drop the body
/// of a GET, and an escaped text may only be asked for loosely. So nothing comes back that does not fit.
package struct RowFilter: Hashable, Sendable {
    /// A text or a number to compare with.
    package enum Value: Hashable, Sendable {
        case text(String)
        case number(Int)
    }

    /// What one field has to be.
    package enum Condition: Hashable, Sendable {
        /// Exactly a value.
        case equals(String, Value)
        /// One of some values; none of none.
        case anyOf(String, [Value])
        /// A text that a pattern fits, in which `%` stands for any text.
        case like(String, String)

        /// Name of the field.
        package var field: String {
            switch self {
            case .equals(let field, _), .anyOf(let field, _), .like(let field, _): field
            }
        }
    }

    /// What has to hold; every row fits where there is nothing.
    package var conditions: [Condition]

    /// Takes conditions, all of which have to hold.
    package init(_ conditions: [Condition] = []) {
        self.conditions = conditions
    }

    /// Fits every row.
    package static let all = RowFilter()

    /// Fits rows in which a field is exactly a text.
    package static func equals(_ field: String, _ text: String) -> RowFilter {
        RowFilter([.equals(field, .text(text))])
    }

    /// Fits rows in which a field is a number.
    package static func equals(_ field: String, _ number: Int) -> RowFilter {
        RowFilter([.equals(field, .number(number))])
    }

    /// Fits rows in which a field is one of some texts.
    package static func anyOf(_ field: String, _ texts: some Sequence<String>) -> RowFilter {
        RowFilter([.anyOf(field, texts.map { .text($0) })])
    }

    /// Fits rows in which a field is one of some numbers.
    package static func anyOf(_ field: String, _ numbers: some Sequence<Int>) -> RowFilter {
        RowFilter([.anyOf(field, numbers.map { .number($0) })])
    }

    /// Fits rows in which a pattern fits a field; `%` in it stands for any text.
    package static func like(_ field: String, _ pattern: String) -> RowFilter {
        RowFilter([.like(field, pattern)])
    }

    /// Fits the rows that both filters fit.
    package func and(_ other: RowFilter) -> RowFilter { RowFilter(conditions + other.conditions) }

    /// Whether every row fits.
    package var isEmpty: Bool { conditions.isEmpty }

    /// Whether no row can fit, so that nothing needs to be asked; FOG takes an empty list for "any".
    package var isHopeless: Bool {
        conditions.contains { if case .anyOf(_, let values) = $0 { values.isEmpty } else { false } }
    }

    /// Names of the fields.
    package var fields: Set<String> { Set(conditions.map(\.field)) }
}
