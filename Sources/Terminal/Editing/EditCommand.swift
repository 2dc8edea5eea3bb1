/// What a key can do to the line, in readline's words.
package enum EditCommand: String, Hashable, Sendable, CaseIterable {
    // Moving.
    case beginningOfLine = "beginning-of-line"
    case endOfLine = "end-of-line"
    case forwardCharacter = "forward-char"
    case backwardCharacter = "backward-char"
    case forwardWord = "forward-word"
    case backwardWord = "backward-word"
    case previousLine = "previous-line"
    case nextLine = "next-line"
    case beginningOfBlock = "beginning-of-block"
    case endOfBlock = "end-of-block"
    // Earlier inputs.
    case previousHistory = "previous-history"
    case nextHistory = "next-history"
    case beginningOfHistory = "beginning-of-history"
    case endOfHistory = "end-of-history"
    case reverseSearch = "reverse-search-history"
    case forwardSearch = "forward-search-history"
    case yankLastArgument = "yank-last-arg"
    // Changing.
    case deleteCharacter = "delete-char"
    case backwardDelete = "backward-delete-char"
    case transposeCharacters = "transpose-chars"
    case transposeWords = "transpose-words"
    case upcaseWord = "upcase-word"
    case downcaseWord = "downcase-word"
    case capitalizeWord = "capitalize-word"
    case quotedInsert = "quoted-insert"
    case insertNewline = "insert-newline"
    // Cutting out and putting in.
    case killLine = "kill-line"
    case discardLine = "unix-line-discard"
    case killWord = "kill-word"
    case backwardKillWord = "backward-kill-word"
    case rubout = "unix-word-rubout"
    case deleteBlanks = "delete-horizontal-space"
    case yank
    case yankPop = "yank-pop"
    case undo
    case revertLine = "revert-line"
    // The rest.
    case acceptLine = "accept-line"
    case complete
    case clearScreen = "clear-screen"
    case abort
    case interrupt
    case endOfInput = "end-of-file"
    case suspend
    case editInEditor = "edit-and-execute-command"
    case insertComment = "insert-comment"

    /// One line for people.
    package var help: String { Self.words[self] ?? "" }

    private static let words: [EditCommand: String] = [
        .beginningOfLine: "go to the beginning of the line", .endOfLine: "go to the end of the line",
        .forwardCharacter: "go a character to the right", .backwardCharacter: "go a character to the left",
        .forwardWord: "go to the end of the word", .backwardWord: "go to the beginning of the word",
        .previousLine: "go a line up, from the first one to the input before that begins alike",
        .nextLine: "go a line down, from the last one to the input after that begins alike",
        .beginningOfBlock: "go to the beginning of the whole input", .endOfBlock: "go to the end of the whole input",
        .previousHistory: "show the input before", .nextHistory: "show the input after",
        .beginningOfHistory: "show the oldest input", .endOfHistory: "come back to what was being written",
        .reverseSearch: "search older inputs while you type", .forwardSearch: "search newer inputs while you type",
        .yankLastArgument: "put in the last word of the input before",
        .deleteCharacter: "delete the character under the cursor",
        .backwardDelete: "delete the character before the cursor",
        .transposeCharacters: "swap two characters", .transposeWords: "swap two words",
        .upcaseWord: "make the word upper case", .downcaseWord: "make the word lower case",
        .capitalizeWord: "make the word begin with a capital", .quotedInsert: "put in the next key as it is",
        .insertNewline: "begin a line more without running the input",
        .killLine: "cut out to the end of the line", .discardLine: "cut out to the beginning of the line",
        .killWord: "cut out to the end of the word", .backwardKillWord: "cut out to the beginning of the word",
        .rubout: "cut out to the blank before", .deleteBlanks: "delete the blanks around the cursor",
        .yank: "put in what was cut out last", .yankPop: "put in what was cut out before that instead",
        .undo: "take the last change back", .revertLine: "take all changes back",
        .acceptLine: "run the input, or begin a line more where it is not complete",
        .complete: "complete the word, or show what is possible", .clearScreen: "clear the screen",
        .abort: "leave a search, or forget what was begun", .interrupt: "drop the input",
        .endOfInput: "delete the character under the cursor, or leave where the input is empty",
        .suspend: "stop the program until fg", .editInEditor: "go on in $EDITOR",
        .insertComment: "make the input a comment, which the history keeps",
    ]
}
