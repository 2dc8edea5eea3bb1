/// A message taken apart: its values one after another, each with the place of the next one on its level.
///
/// Made by ``TapeScanner`` alone, so that every place, length and key number in it is within bounds.
final class Tape {
    /// One value.
    struct Cell {
        var kind: Kind
        /// Number of its key; 0 where it lies in no map.
        var key: UInt32
        /// Place of the value behind it and all that lies in it.
        var end: UInt32
        /// Integer, count of a list or map, bits of a number; for a text the place of its first byte, its length in
        /// the upper half.
        var bits: UInt64
    }

    let bytes: [UInt8]
    let cells: [Cell]
    private let table: KeyTable

    init(bytes: [UInt8], cells: [Cell], keys: KeyTable) {
        self.bytes = bytes
        self.cells = cells
        table = keys
    }

    /// Number of a key; nil where the message has no such key at all.
    func number(of key: String) -> UInt32? {
        table.number(of: key).map { UInt32($0) }
    }

    /// Key of a cell that lies in a map.
    func key(of cell: Cell) -> String { table.keys[Int(cell.key)] }

    /// Text of a cell of that kind.
    ///
    /// - Throws: ``FrameError`` with `malformed` where the bytes are no UTF-8.
    func text(_ cell: Cell) throws(FrameError) -> String {
        let start = Int(cell.bits & 0xFFFF_FFFF)
        let length = Int(cell.bits >> 32)
        guard let text = String(validating: bytes[start..<(start + length)], as: UTF8.self) else {
            throw FrameError(.malformed, "text at byte \(start) is no UTF-8")
        }
        return text
    }
}
