package import FogAPI
package import FogHTTP
import Terminal

/// Settings of a server, checked, and ready to connect with.
package struct ServerSettings: Sendable {
    /// Address.
    package var address: ServerAddress
    /// Certificate authority to trust besides the system's, a PEM file; nil for none.
    package var certificateFile: String?
    /// The one certificate that is taken; nil for any that is trusted.
    package var pin: CertificateFingerprint?
    /// Times of requests.
    package var limits = FogLimits()
    /// Connections and times of the transport.
    package var http = HTTPLimits()

    /// Checks what is set.
    ///
    /// - Throws: ``UsageError`` with the place of the value that does not hold.
    package init(_ entry: ServerEntry) throws(UsageError) {
        do {
            address = try ServerAddress(parsing: entry[.url] ?? "")
        } catch {
            throw UsageError(error.message, hint: error.hint)
        }
        certificateFile = entry[.caFile].map { FilePath.expanded($0) }
        pin = try entry.value(.pin, "a fingerprint such as sha256:3A:…, 64 hexadecimal digits") {
            CertificateFingerprint($0)
        }
        http.connections = try entry.value(.concurrency, "a number from 1 to 64") { Self.number($0, 1...64) } ?? 4
        limits.concurrency = http.connections
        http.connect = try entry.seconds(.connectTimeout) ?? http.connect
        limits.row = try entry.seconds(.rowTimeout) ?? limits.row
        limits.list = try entry.seconds(.listTimeout) ?? limits.list
        limits.change = try entry.seconds(.changeTimeout) ?? limits.change
        let allowsPlain = try entry.value(.allowPlainHTTP, "true or false") { Self.flag($0) } ?? false
        if !address.isSecure, pin != nil || certificateFile != nil {
            throw UsageError(
                "\(address.text) is not encrypted, and a certificate is set for it",
                hint: "write https:// in its url"
            )
        }
        if !address.isSecure, !address.isLoopback, !allowsPlain {
            throw UsageError(
                "\(address.text) is not encrypted: anybody on the way could read the tokens and image every computer",
                hint: "write https://, or accept it by allow_plain_http: true (or --allow-plain-http)"
            )
        }
    }

    static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        Int(text).flatMap { range.contains($0) ? $0 : nil }
    }

    /// Reads a flag as YAML and shells write it.
    static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "1", "on": true
        case "false", "no", "0", "off": false
        default: nil
        }
    }
}

extension ServerEntry {
    /// Reads a value; nil where it is unset.
    fileprivate func value<Value>(
        _ key: ServerKey,
        _ wanted: String,
        _ read: (String) -> Value?
    ) throws(UsageError) -> Value? {
        guard let given = values[key] else { return nil }
        if let value = read(given.text) { return value }
        throw UsageError(
            "\(given.place): \(key.rawValue) is \"\(TerminalText.oneLine(given.text))\"",
            hint: "it takes \(wanted)"
        )
    }

    fileprivate func seconds(_ key: ServerKey) throws(UsageError) -> Duration? {
        try value(key, "seconds, 1 to 3600") { ServerSettings.number($0, 1...3600) }.map { .seconds($0) }
    }
}
