import NIOCore

/// Address of a FOG server: scheme, host and port.
///
/// Written as the site writes it in a browser; FOG itself always answers under `/fog/`, so a path adds nothing.
package struct ServerAddress: Hashable, Sendable {
    /// Whether the connection is encrypted.
    package let isSecure: Bool
    /// Name or number of the host, in lower case; a number of IPv6 without its brackets.
    package let host: String
    /// Port, 1 to 65535.
    package let port: Int

    /// Address without a trailing slash, as in `https://fog.example.org:8443`; a usual port is left out.
    package var text: String { (isSecure ? "https://" : "http://") + authority }

    /// Whether the host is this machine, by name or number.
    package var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Value of the header `Host`.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// Reads an address.
    ///
    /// - Parameter text: `http://HOST` or `https://HOST`, with a port or not; what people copy from a browser, a slash,
    ///   `/fog` and pages under `/fog/management`, is dropped.
    /// - Throws: ``TransportSetupError`` for anything else.
    package init(parsing text: String) throws(TransportSetupError) {
        let fault = AddressFault(text: text)
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw fault("holds a blank or a character beyond ASCII", hint: "write a name with umlauts in its xn-- form")
        }
        guard let separator = text.firstRange(of: "://") else {
            throw fault("does not say how to connect", hint: "write http:// or https:// in front")
        }
        switch text[..<separator.lowerBound].lowercased() {
        case "http": isSecure = false
        case "https": isSecure = true
        case let other: throw fault("begins with \(other)://", hint: "write http:// or https://")
        }
        let rest = text[separator.upperBound...]
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        try Self.checkPath(rest[end...], fault)
        (host, port) = try Self.split(rest[..<end], standard: isSecure ? 443 : 80, fault)
    }

    private static func checkPath(_ path: Substring, _ fault: AddressFault) throws(TransportSetupError) {
        let lower = path.lowercased()
        guard !["", "/", "/fog", "/fog/", "/fog/management"].contains(lower), !lower.hasPrefix("/fog/management/")
        else {
            return
        }
        throw fault("ends in \(path), but FOG answers under /fog/ only", hint: "leave everything after the host out")
    }

    private static func split(
        _ authority: Substring,
        standard: Int,
        _ fault: AddressFault
    ) throws(TransportSetupError) -> (host: String, port: Int) {
        guard !authority.contains("@") else {
            throw fault.withoutText("the server's address holds a user name or password", hint: "leave it out")
        }
        var host = authority
        var port: Substring?
        if authority.hasPrefix("["), let bracket = authority.firstIndex(of: "]") {
            host = authority[..<authority.index(after: bracket)]
            let tail = authority[host.endIndex...]
            guard tail.isEmpty || tail.hasPrefix(":") else { throw fault("has \(tail) after its host", hint: nil) }
            port = tail.isEmpty ? nil : tail.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        return (
            try checkedHost(host, fault),
            try port.map { (text) throws(TransportSetupError) in
                guard let number = UInt16(text), number > 0, !text.hasPrefix("+") else {
                    throw fault("has the port \"\(text)\"", hint: "a port is a number from 1 to 65535")
                }
                return Int(number)
            } ?? standard
        )
    }

    private static func checkedHost(_ host: Substring, _ fault: AddressFault) throws(TransportSetupError) -> String {
        guard !host.isEmpty else { throw fault("names no host", hint: nil) }
        if host.hasPrefix("[") {
            let number = String(host.dropFirst().dropLast())
            guard case .v6? = try? SocketAddress(ipAddress: number, port: 1) else {
                throw fault("has no number of IPv6 in its brackets", hint: nil)
            }
            return number.lowercased()
        }
        let lower = host.lowercased()
        let labels = lower.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.utf8.allSatisfy(Self.isNameByte)
                && !label.hasPrefix("-") && !label.hasSuffix("-")
        }
        guard isName, lower.utf8.count <= 253 else { throw fault("has no host name in \"\(host)\"", hint: nil) }
        return lower
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

/// Makes the errors of one address that could not be read.
private struct AddressFault {
    let text: String

    func callAsFunction(_ problem: String, hint: String?) -> TransportSetupError {
        let start = text.prefix(100)
        let plain = start.map { $0.isNewline ? "?" : $0 } + (start.endIndex < text.endIndex ? "…" : "")
        let shown = String(plain)
        return TransportSetupError("the server's address \"\(shown)\" \(problem)", hint: hint ?? Self.example)
    }

    func withoutText(_ message: String, hint: String) -> TransportSetupError {
        TransportSetupError(message, hint: hint)
    }

    private static let example = "an address looks like http://fog.example.org"
}
