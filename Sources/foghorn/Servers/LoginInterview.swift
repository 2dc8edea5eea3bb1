import FogAPI
import FogModel
import Terminal

/// Asks the person at the terminal for what a login needs.
struct LoginInterview {
    let output: OutputFile

    /// Asks for a line; the usual answer where nothing is typed.
    ///
    /// - Throws: ``UsageError`` at the end of the input.
    func line(_ question: String, usual: String? = nil) throws(UsageError) -> String {
        while true {
            output.write(question + (usual.map { " [\(TerminalText.oneLine($0))]" } ?? "") + ": ")
            guard let text = readLine() else { throw Self.ended }
            let answer = text.filter { !$0.isNewline }.trimmed
            if !answer.isEmpty { return answer }
            if let usual { return usual }
        }
    }

    /// Asks for a yes; anything else is a no.
    func agrees(_ question: String) throws(UsageError) -> Bool {
        output.write(question + " Type yes to agree: ")
        guard let text = readLine() else { throw Self.ended }
        return ["yes", "y"].contains(text.trimmed.lowercased())
    }

    /// Asks for the kind of login and its secrets.
    ///
    /// - Parameter isNew: whether the server is FOG 1.6, which takes Bearer tokens.
    /// - Returns: what was typed.
    /// - Throws: ``UsageError`` at the end of the input.
    func credentials(isNew: Bool) throws(UsageError) -> ServerEntry {
        output.write(
            """
            How do you log in?
              1  api token and user token (FOG 1.5 and 1.6)
              2  Bearer token (FOG 1.6)
              3  api token, name and password

            """
        )
        switch try line("Kind", usual: isNew ? "2" : "1") {
        case "2":
            return entry([.bearerToken: try token("Bearer token, from \(FogPages.bearerToken)", mayBeEncoded: false)])
        case "3":
            return entry([
                .apiToken: try token("Api token, from \(FogPages.apiToken)"),
                .user: try line("Name of the user"),
                .password: try secret("Password"),
            ])
        default:
            return entry([
                .apiToken: try token("Api token, from \(FogPages.apiToken)"),
                .userToken: try token("User token, from \(FogPages.userToken)"),
            ])
        }
    }

    private func entry(_ values: [ServerKey: String]) -> ServerEntry {
        ServerEntry(values.mapValues { ServerEntry.Value($0, at: "what was typed") })
    }

    private func secret(_ name: String) throws(UsageError) -> String {
        while true {
            guard let text = SecretPrompt.ask(name + " (not shown): ", output: output) else { throw Self.ended }
            if !text.isEmpty { return text }
        }
    }

    private func token(_ name: String, mayBeEncoded: Bool = true) throws(UsageError) -> String {
        // A token never holds blanks; what is copied from a page may.
        let token = Secret(try secret(name).filter { !$0.isWhitespace })
        guard mayBeEncoded, TokenShape(token) == .database else { return token.reveal() }
        output.write("This looks like the token as the database keeps it; FOG's page shows it in base64.\n")
        return try agrees("Encode it?") ? TokenShape.encoded(token).reveal() : token.reveal()
    }

    private static let ended = UsageError("the input ended before everything was answered")
}

extension String {
    /// The text without blanks around it.
    var trimmed: String {
        var text = self[...].drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
