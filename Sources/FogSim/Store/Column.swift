/// One column of a table: its name in the API and how the database keeps its values.
struct Column: Sendable {
    enum Kind: Sendable, Equatable {
        /// Whole number; a JSON number on PHP 8.1 and newer, a string before.
        case integer
        /// Text cut silently at `limit` letters.
        case text(limit: Int)
        /// Whole number printed with leading zeros, a string in both typings.
        case zeroFilled(digits: Int)
    }

    /// What a row gets that does not name this column.
    enum Default: Sendable, Equatable {
        case value(Cell)
        /// Time of the insertion.
        case now
        /// Login name of the caller, `fog` with tokens.
        case user
    }

    let name: String
    let kind: Kind
    let initial: Default
    /// Table with which the server joins this one by the column, so that it shows the other's number.
    var table: String?
    /// Whether it is the number of another row, which FOG 1.6 shows as null where it is 0.
    var isLink = false

    /// Makes a whole number that is 0 where unset.
    static func integer(_ name: String) -> Self { Self(name: name, kind: .integer, initial: .value(.integer(0))) }

    /// Makes the number of a row of `table`; answers show null where there is no such row.
    static func reference(_ name: String, to table: String) -> Self {
        Self(name: name, kind: .integer, initial: .value(.integer(0)), table: table)
    }

    /// Makes the number of another row, null on FOG 1.6 where it is 0.
    static func link(_ name: String) -> Self {
        var column = integer(name)
        column.isLink = true
        return column
    }

    /// Makes a text, empty where unset.
    static func text(_ name: String, _ limit: Int = 65_535) -> Self {
        Self(name: name, kind: .text(limit: limit), initial: .value(.text("")))
    }

    /// Makes a date, `0000-00-00 00:00:00` where unset.
    static func date(_ name: String) -> Self {
        Self(name: name, kind: .text(limit: 19), initial: .value(.text(Self.zeroDate)))
    }

    /// Makes a date that is the time of insertion where unset.
    static func created(_ name: String = "createdTime") -> Self {
        Self(name: name, kind: .text(limit: 19), initial: .now)
    }

    /// Makes the column that names who made the row.
    static let creator = Self(name: "createdBy", kind: .text(limit: 255), initial: .user)

    /// Date of what has not happened.
    static let zeroDate = "0000-00-00 00:00:00"

    /// Fits a value from outside to this column.
    func fit(_ value: JSON) -> Cell {
        switch kind {
        case .integer: .integer(value.phpInteger)
        case .text(let limit): .text(Self.cut(value.phpString, to: limit))
        case .zeroFilled(let digits): .text(Self.pad(value.phpInteger, to: digits))
        }
    }

    /// Prints a number with leading zeros.
    static func pad(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Keeps what a `utf8` column of MariaDB keeps: letters of at most three bytes, `limit` of them.
    private static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit || text.utf8.contains(where: { $0 >= 0xF0 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.value > 0xFFFF {
                result.append(contentsOf: "????".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result.prefix(limit))
    }
}
