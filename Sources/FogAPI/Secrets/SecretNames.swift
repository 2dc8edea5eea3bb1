/// What of a server's rows is secret, by name; the one table of it.
package enum SecretNames {
    /// Members that are secret in any class, and wherever a row of theirs is nested in another.
    ///
    /// Origin: FOG 1.5.9.239, section 4: lists hold them in clear text; the last ones are of 1.6 and of plugins.
    private static let anywhere: Set<String> = [
        "adpass", "adpasslegacy", "productkey", "pub_key", "sec_tok", "pass", "password", "passwd", "token",
        "api_token",
        "apitoken", "uapitoken", "secret", "accesskey", "privatekey", "private_key", "bindpwd", "adminpass", "authkey",
    ]

    /// Members that are secret in one class, or in an object of that name.
    private static let ofClass: [String: Set<String>] = [
        "storagenode": ["user", "key"],
        "windowskey": ["key"],
        "windowskeys": ["key"],
        "pushbullet": ["token"],
    ]

    /// Words of a setting's name that make its value secret.
    ///
    /// Words are compared whole, so FOG_KEYMAP and FOG_USER_MINPASSLENGTH are none.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/service/list`.
    private static let words: Set<String> = [
        "PASS", "PASSWD", "PASSWORD", "PWD", "TOKEN", "SECRET", "KEY", "CREDENTIAL", "CREDENTIALS", "APIKEY", "PRIVATE",
    ]

    /// Settings that look like a secret by their name and are none: the key that opens the boot menu.
    private static let harmless: Set<String> = ["FOG_KEY_SEQUENCE"]

    /// Whether a member of a row is secret.
    ///
    /// - Parameters:
    ///   - member: member's name.
    ///   - className: class of the row, or name of the object that holds it.
    /// - Returns: whether its value must not be shown.
    package static func isSecret(_ member: String, of className: String) -> Bool {
        let name = member.lowercased()
        if anywhere.contains(name) || ofClass[className]?.contains(name) ?? false { return true }
        // Caches of settings have them as members.
        if member.hasPrefix("FOG_") { return isSecret(setting: member) }
        return looksSecret(member)
    }

    /// Whether the value of a setting is secret, by the setting's name.
    package static func isSecret(setting name: String) -> Bool {
        if harmless.contains(name.uppercased()) { return false }
        let parts = name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return parts.contains { part in
            words.contains(part) || ["PASS", "PASSWORD", "TOKEN", "SECRET"].contains(where: part.hasSuffix)
        }
    }

    /// Whether an unknown member sounds like a secret, as those of plugins do.
    private static func looksSecret(_ member: String) -> Bool {
        let name = member.lowercased()
        return ["password", "passwd", "token", "secret"].contains(where: name.hasSuffix)
    }
}
