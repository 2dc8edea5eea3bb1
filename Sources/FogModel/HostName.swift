/// Rule for the name of a host.
public enum HostName {
    /// Longest name that the server accepts.
    ///
    /// Origin: FOG 1.5.9.239, trap 3: `^[A-Za-z0-9_!@#$%^()\-'{}.~]{1,15}$`.
    public static let maximumLength: Int = 15

    /// Says what is wrong with a name.
    ///
    /// The server saves a host with a bad name and then answers 404 for it, so that it cannot be repaired any more:
    /// names are checked before anything is sent.
    ///
    /// - Parameter name: name as it would be sent.
    /// - Returns: error with `invalid_argument`; nil for a good name.
    public static func fault(in name: String) -> FogError? {
        if name.isEmpty {
            return FogError(.invalidArgument, "a host needs a name")
        }
        if name.utf8.count > maximumLength {
            return FogError(
                .invalidArgument,
                "host name \"\(name)\" has \(name.count) characters",
                hint: "FOG takes 1 to \(maximumLength)"
            )
        }
        if let letter = name.unicodeScalars.first(where: { !isAllowed($0) }) {
            return FogError(
                .invalidArgument,
                "host name \"\(name)\" holds \"\(letter)\"",
                hint: "FOG takes letters A to Z, digits and _ ! @ # $ % ^ ( ) - ' { } . ~"
            )
        }
        return nil
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return false }
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": return true
        default: return "_!@#$%^()-'{}.~".unicodeScalars.contains(scalar)
        }
    }
}
