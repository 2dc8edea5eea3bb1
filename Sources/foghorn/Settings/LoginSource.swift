package import FogAPI
import FogModel
import Foundation

/// Reads the login of a server from wherever it is kept.
package enum LoginSource {
    /// Kind of a login, in words.
    package static func kind(of entry: ServerEntry) -> String {
        if entry[.credentialsFile] != nil { return "file" }
        if entry[.credentialsCommand] != nil { return "command" }
        if entry[.bearerToken] != nil { return "bearer token" }
        if entry[.userToken] != nil { return "user token" }
        if entry[.user] != nil { return "password" }
        return "none"
    }

    /// Reads the tokens; runs the command or opens the file where one is set.
    ///
    /// - Parameters:
    ///   - choice: server with everything that is set of it.
    ///   - environment: variables of the process; a command gets them without Foghorn's secrets.
    /// - Returns: tokens to send.
    /// - Throws: ``UsageError`` where a token is missing or two logins are given.
    package static func read(_ choice: ServerChoice, environment: [String: String]) throws(UsageError) -> FogCredentials
    {
        let entry = choice.entry
        let ways: [ServerKey] = [.credentialsFile, .credentialsCommand, .bearerToken, .userToken, .user]
        let given = ways.filter { entry[$0] != nil }
        if given.count > 1 {
            throw UsageError(
                "two logins are given: \(given.map(\.rawValue).joined(separator: " and "))",
                hint: "keep one of them" + (choice.files.isEmpty ? "" : " in " + choice.files.joined(separator: " or "))
            )
        }
        if let path = entry[.credentialsFile] {
            let path = FilePath.expanded(path, environment: environment)
            let folder = environment["CREDENTIALS_DIRECTORY"].map { $0 + "/" }
            let file = try SettingsFile(reading: path)
            return try credentials(entry, over: file, readersAllowed: folder.map(path.hasPrefix) ?? false)
        }
        if let command = entry[.credentialsCommand] {
            let text = try CredentialsCommand.run(command, environment: environment)
            let file = try SettingsFile(text, path: "the output of credentials_command", mode: 0o600)
            return try credentials(entry, over: file)
        }
        return try credentials(entry)
    }

    private static func credentials(
        _ entry: ServerEntry,
        over file: SettingsFile,
        readersAllowed: Bool = false
    ) throws(UsageError) -> FogCredentials {
        let found = try EntryReader(file: file, readersAllowed: readersAllowed).entry(
            file.root,
            allowed: ServerKey.credentials
        )
        var entry = entry
        entry.values[.credentialsFile] = nil
        entry.values[.credentialsCommand] = nil
        return try credentials(ServerEntry(entry.values.merging(found.values) { $1 }))
    }

    private static func credentials(_ entry: ServerEntry) throws(UsageError) -> FogCredentials {
        if let token = entry[.bearerToken] { return FogCredentials(bearerToken: Secret(token)) }
        guard let apiToken = entry[.apiToken] else {
            throw UsageError(
                "the token of the API is missing",
                hint: "run foghorn login NAME, or set FOGHORN_API_TOKEN to what FOG shows under \(FogPages.apiToken)"
            )
        }
        if let token = entry[.userToken] {
            return FogCredentials(apiToken: Secret(apiToken), userToken: Secret(token))
        }
        if let user = entry[.user], let password = entry[.password] {
            return FogCredentials(apiToken: Secret(apiToken), user: user, password: Secret(password))
        }
        throw UsageError(
            entry[.user] == nil ? "the token of a user is missing" : "the password of the user is missing",
            hint: entry[.user] == nil
                ? "run foghorn login NAME, or set FOGHORN_USER_TOKEN to what FOG shows under \(FogPages.userToken)"
                : "run foghorn login NAME, or set FOGHORN_PASSWORD"
        )
    }
}
