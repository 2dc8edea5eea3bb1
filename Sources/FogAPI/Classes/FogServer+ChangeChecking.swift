import FogModel

extension FogServer {
    /// Sees that the answer to a change shows what was sent, as far as it shows it.
    ///
    /// FOG passes over what it does not take and cuts what is too long, and says 200. How it writes a value otherwise,
    /// with fewer blanks or as a word, is its own affair.
    ///
    /// - Parameters:
    ///   - before: row as it was.
    ///   - after: row as the answer shows it.
    ///   - label: the row for people.
    ///   - members: what was sent.
    /// - Throws: `FogError` with `server`.
    static func checkChanged(
        _ before: Record,
        _ after: Record,
        _ label: String,
        _ members: [JSONValue.Member]
    ) throws {
        let hidesValue = SecretNames.isSecret(setting: before["name"]?.text ?? "")
        for member in members where !(hidesValue && member.name == "value") {
            // Of secrets the server shows what it likes.
            guard !SecretNames.isSecret(member.name, of: before.className), differs(after, member),
                let wanted = member.value.stored, let shown = Self.shown(after[member.name])
            else { continue }
            if Self.squeezed(shown) == Self.squeezed(wanted) { continue }
            // A row of a list may hold a word for people.
            if Int(shown) == nil, Dialect.worded(before.className).contains(member.name) { continue }
            if Self.shown(before[member.name]) == shown {
                throw FogError(.server, "\(label) was not changed: field \"\(member.name)\" is as it was")
            }
            let isOther = if let number = Int(wanted), let other = Int(shown) { number != other } else { false }
            if isOther || wanted.hasPrefix(shown) {
                throw FogError(
                    .server,
                    "\(label) was changed, but field \"\(member.name)\" became \"\(Refusal.excerpt(Array(shown.utf8)))\"",
                    hint: "the server takes no more than that: give another value"
                )
            }
        }
    }

    /// Single value as the server shows it; nil where it shows none.
    private static func shown(_ value: DataValue?) -> String? {
        guard let value else { return nil }
        return value == .null ? "" : value.text
    }

    /// Leaves one blank of each run, as FOG does.
    private static func squeezed(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }
}
