/// Mark at the start of a task's name by which the run that made the task finds it again.
///
/// FOG does not say which task a request has made. A mark is `fh` and 14 more characters of a to z and 0 to 9; it stands
/// first in the name, and a blank follows.
public struct TaskMarker: Hashable, Sendable, CustomStringConvertible {
    /// How many characters every mark has.
    public static let length: Int = 16
    /// How every mark begins.
    public static let prefix: String = "fh"

    /// Mark as it stands in the name.
    public let description: String

    /// Takes a mark; anything that is none gives nil.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard isPlain, text.utf8.count == Self.length, text.hasPrefix(Self.prefix) else { return nil }
        self.description = text
    }

    /// Takes a task's name as the server has it apart.
    ///
    /// - Returns: the mark, nil where there is none, and the rest of the name.
    public static func split(_ name: String) -> (marker: TaskMarker?, name: String) {
        let first = name.prefix { $0 != " " }
        guard let marker = TaskMarker(String(first)) else { return (nil, name) }
        return (marker, String(name.dropFirst(first.count + 1)))
    }
}
