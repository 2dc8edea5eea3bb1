/// A file that was handed in for a parameter.
package struct FileValue: Hashable, Sendable {
    /// Name without its folders.
    package var name: String
    /// Text of the file, in UTF-8 as it stands there, with a byte order mark where it has one.
    package var text: String

    /// Makes a file's value.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Takes a value that has crossed; nil for one that is no file.
    package init?(_ value: ScriptValue) {
        guard case .map(let fields) = value, fields.count == 2, case .string(let name)? = fields["name"],
            case .string(let text)? = fields["text"]
        else { return nil }
        self.init(name: name, text: text)
    }

    /// Form in which it crosses.
    package var value: ScriptValue { .map(["name": .string(name), "text": .string(text)]) }
}
