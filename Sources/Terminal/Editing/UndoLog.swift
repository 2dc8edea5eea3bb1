/// What the buffer was before each change; typing without a pause is one change.
struct UndoLog: Sendable {
    private static let capacity = 500
    /// Most characters that are kept: a large paste that is taken apart letter by letter must not fill the memory.
    private static let room = 1_000_000
    private var states: [EditBuffer] = []
    private var size = 0
    private var isTyping = false

    /// Keeps what is about to be changed; characters that are typed in a row are undone together.
    mutating func keep(_ buffer: EditBuffer, isTyping: Bool) {
        defer { self.isTyping = isTyping }
        if isTyping, self.isTyping { return }
        states.append(buffer)
        size += buffer.characters.count
        while states.count > Self.capacity || size > Self.room && states.count > 1 {
            size -= states.removeFirst().characters.count
        }
    }

    /// Ends a row of typed characters.
    mutating func pause() { isTyping = false }

    /// Gives what was before the last change; nil where nothing was changed.
    mutating func undo() -> EditBuffer? {
        isTyping = false
        let state = states.popLast()
        size -= state?.characters.count ?? 0
        return state
    }

    /// Gives what was at the beginning.
    mutating func undoAll() -> EditBuffer? {
        defer { self = UndoLog() }
        return states.first
    }
}
