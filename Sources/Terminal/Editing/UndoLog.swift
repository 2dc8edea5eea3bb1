/// What the buffer was before each change; typing without a pause is one change.
struct UndoLog: Sendable {
    private static let capacity = 500
    private var states: [EditBuffer] = []
    private var isTyping = false

    /// Keeps what is about to be changed; characters that are typed in a row are undone together.
    mutating func keep(_ buffer: EditBuffer, isTyping: Bool) {
        defer { self.isTyping = isTyping }
        if isTyping, self.isTyping { return }
        states.append(buffer)
        if states.count > Self.capacity { states.removeFirst() }
    }

    /// Ends a row of typed characters.
    mutating func pause() { isTyping = false }

    /// Gives what was before the last change; nil where nothing was changed.
    mutating func undo() -> EditBuffer? {
        isTyping = false
        return states.popLast()
    }

    /// Gives what was at the beginning.
    mutating func undoAll() -> EditBuffer? {
        defer { self = UndoLog() }
        return states.first
    }
}
