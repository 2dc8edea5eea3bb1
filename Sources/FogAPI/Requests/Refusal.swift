import FogModel
import HTTPTypes

/// Turns an answer that is none into an error for the person who has to act.
struct Refusal {
    let request: FogRequest
    let answer: TransportAnswer
    let address: String
    let credentials: FogCredentials
    /// Family of the server; nil while it is being found out.
    let family: Dialect.Family?
    /// Whether a server of 1.5 has taken both tokens before.
    let isLoginProven: Bool

    var status: Int { answer.response.status.code }

    /// Whether PHP has crashed, or the web server before it: 500 without a word of FOG's.
    ///
    /// Origin: FOG 1.5.9.239, section 2: a crash is `text/html` with an empty body, a failed save `application/json`. A web
    /// server's own page of an error is `text/html` with a body.
    static func isCrash(_ answer: TransportAnswer) -> Bool {
        answer.response.status.code == 500
            && !(answer.response.headerFields[.contentType]?.hasPrefix("application/json") ?? false)
    }

    /// Whether FOG says that it could not save a row.
    static func isFailedSave(_ answer: TransportAnswer) -> Bool {
        answer.response.status.code == 500 && answer.body.isEmpty
            && answer.response.headerFields[.contentType]?.hasPrefix("application/json") ?? false
    }

    /// Error for the answer; nil where it is good.
    var error: FogError? {
        switch status {
        case 200..<300: isHTML ? notData : nil
        case 300..<400: redirection
        case 401: loginRefused
        case 403: forbidden
        case 404: missing
        default: failed
        }
    }

    // MARK: - Elsewhere

    private var redirection: FogError {
        let target = Self.excerpt(Array((answer.response.headerFields[.location] ?? "").utf8))
        if target.contains("/fog/management") || target.hasPrefix("/management") {
            return FogError(
                .unavailable,
                "the API of \(address) is switched off",
                status: status,
                hint: "switch on API ENABLED under \(FogPages.apiToken)"
            )
        }
        return FogError(
            .unavailable,
            "\(address) sends \(request.line) on to \(target.isEmpty ? "nowhere" : target); the tokens were not sent there",
            status: status,
            hint: "if that is the right server, give its address"
        )
    }

    // MARK: - Answers that are none

    private var isHTML: Bool {
        if answer.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") { return true }
        return false
    }

    private var notData: FogError {
        FogError(
            .server,
            "\(address) answered \(request.line) with a web page instead of data",
            status: status,
            hint: "see that this is the address of a FOG server, and look into its PHP log",
            cause: Self.excerpt(answer.body)
        )
    }

    private var missing: FogError {
        if isHTML {
            return FogError(
                .unavailable,
                "\(address) is no FOG server: it knows no \(request.path)",
                status: 404,
                hint: "give the address under which /fog/management opens, without a path"
            )
        }
        return FogError(.notFound, "no \(request.subject)", status: 404)
    }

    private var failed: FogError {
        if let text = serverText { return worded(text) }
        switch status {
        case 501:
            return FogError(.server, "\(address) does not know \(request.line)", status: 501)
        case 502, 503, 504:
            return FogError(
                .unavailable,
                "\(address) cannot answer at present (status \(status))",
                status: status,
                hint: "the web server is up, the PHP behind it is not: look into its log"
            )
        default:
            return FogError(
                .server,
                "\(address) failed at \(request.line) without a word (status \(status))",
                status: status,
                hint: Self.isCrash(answer) ? "PHP crashed: look into the server's PHP log" : nil,
                cause: answer.body.isEmpty ? nil : Self.excerpt(answer.body)
            )
        }
    }

    /// What the server says in `{"error": …}`.
    ///
    /// Late versions of 1.5.10 say it in `{"msg": …}`.
    var serverText: String? {
        var reader = JSONReader(answer.body)
        let texts = (try? reader.texts(named: ["error", "msg"])) ?? [:]
        return (texts["error"] ?? texts["msg"]).map { Self.excerpt(Array($0.utf8)) }
    }

    /// Words a refusal by the text that the server gave.
    ///
    /// Origin: FOG 1.5.9.239, section 2; FOG 1.6, section 13. Texts of 1.6 come in the user's language, so there the
    /// status counts.
    private func worded(_ text: String) -> FogError {
        let code: FogError.Code =
            switch text {
            case "Already created", "Host is already a member of an active task": .conflict
            case "Image is not valid", "Image is not enabled", "Invalid tasking type passed", "No hosts to task",
                "No hosts available to task":
                .refused
            default: text.hasPrefix("Required database field is empty") ? .invalidArgument : codeOfStatus
            }
        return FogError(code, "\(request.subject): the server says \"\(text)\"", status: status, cause: text)
    }

    private var codeOfStatus: FogError.Code {
        switch status {
        case 400: .refused
        case 406, 417: .invalidArgument
        case 409: .conflict
        default: .server
        }
    }

    /// First words of an answer without control characters.
    static func excerpt(_ body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(400), as: UTF8.self)
        let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
        return String(words.unicodeScalars.prefix(120).filter { !$0.properties.isControl })
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}
