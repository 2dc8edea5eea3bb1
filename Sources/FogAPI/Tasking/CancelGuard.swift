/// Tells whether a request would call something off, and what.
///
/// FOG takes a cancel of a number that it does not know, or of none, as "everything that is active", and it finds its
/// routes by patterns that let much through. So this is strict: a request that smells of a cancel in any spelling and is
/// not the one plain form of it is refused. It is a pure function of the request; whether the row exists and is active
/// is looked at by ``FogServer/sendCancel(_:)``, through which every cancel goes.
///
/// Origin: FOG 1.5.9.239, trap 1; api-1.6.md section 10. FOG 1.5's router (AltoRouter) takes any part of the word DELETE
/// in either case for it, and leading zeros; web servers decode, join slashes and resolve dots.
package enum CancelGuard {
    /// What a request is.
    package enum Finding: Hashable, Sendable {
        /// Calls nothing off.
        case harmless
        /// Calls off exactly this.
        case one(CancelTarget)
        /// Smells of a cancel and is none that is let through; why, one line in lower case.
        case refused(String)
    }

    /// Looks at a request.
    ///
    /// - Parameters:
    ///   - method: method as it would be sent.
    ///   - path: path as it would be sent, with or without `/fog` and a query.
    /// - Returns: finding; a request that only reads is always harmless.
    package static func examine(method: String, path: String) -> Finding {
        // Only these exact words are known to every server not to change anything.
        if method == "GET" || method == "HEAD" { return .harmless }
        guard smells(path) else { return .harmless }
        guard method == "DELETE" else {
            return .refused("\(method) of a path with \"cancel\" in it is no request of FOG's")
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        // An absolute path begins with an empty part.
        let route = parts.first == "" ? Array(parts.dropFirst()) : parts
        let rest = route.first == "fog" ? Array(route.dropFirst()) : route
        guard rest.count == 3, rest[2] == "cancel" else {
            return .refused("only DELETE /fog/CLASS/NUMBER/cancel is let through, plainly written")
        }
        return one(className: rest[0], number: rest[1])
    }

    /// Takes class and number, each in its plain form alone.
    private static func one(className: String, number: String) -> Finding {
        guard let kind = CancelTarget.Class(rawValue: className) else {
            let known = CancelTarget.Class.allCases.map(\.rawValue).joined(separator: ", ")
            return .refused("\"\(className)\" cannot be called off by number; what can: \(known)")
        }
        guard let id = Int(number), String(id) == number, let target = CancelTarget(kind, id) else {
            return .refused("\"\(number)\" names no \(className), and FOG would call off every one that is active")
        }
        return .one(target)
    }

    /// Whether a path holds the word in any spelling that a web server or PHP may read as it.
    private static func smells(_ path: String) -> Bool {
        var bytes = Array(path.utf8)
        // What is encoded several times may be decoded several times on the way; a path shrinks each time.
        while true {
            if lettersOnly(bytes).contains(word) { return true }
            let decoded = percentDecoded(bytes)
            if decoded == bytes { return false }
            bytes = decoded
        }
    }

    private static let word = Array("cancel".utf8)

    /// Small letters of a path without anything between them: dots, slashes, control bytes and what is not ASCII.
    private static func lettersOnly(_ bytes: [UInt8]) -> [UInt8] {
        bytes.compactMap { byte in
            let lowered = byte | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered) ? lowered : nil
        }
    }

    private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
        var decoded: [UInt8] = []
        var here = 0
        while here < bytes.count {
            if bytes[here] == UInt8(ascii: "%"), here + 2 < bytes.count,
                let high = digit(bytes[here + 1]), let low = digit(bytes[here + 2])
            {
                decoded.append(high << 4 | low)
                here += 3
            } else {
                decoded.append(bytes[here])
                here += 1
            }
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
