import FogModel
import HTTPTypes

/// What 401 and 403 mean, which differs between FOG's families and within 1.6.
///
/// 1.5: 403 is the api token, 401 the user. 1.6: 401 is either, 403 a missing right, in words; early betas of 1.6
/// answer a wrong api token as 1.5 does, without a word.
extension Refusal {
    /// Where the token of the API is shown, and the API switched on.
    static let settingsPage = "FOG Configuration > FOG Settings > API System"
    private static let userPage = "User Management > (user) > API Settings"
    /// Where 1.6 makes Bearer tokens and lets a user have the API.
    private static let accountPage = "Users > (user) > API"
    private static let stripped =
        "the web server keeps the Authorization header from PHP, as FOG 1.5's installer sets it up (CGIPassAuth)"

    // MARK: - 403

    /// Error for 403.
    var forbidden: FogError {
        if family == .six, serverText != nil || isBearer { return rightMissing }
        if isBearer { return bearerUnknown }
        return apiTokenRefused
    }

    private var isBearer: Bool {
        if case .bearer = credentials.login { true } else { false }
    }

    private var rightMissing: FogError {
        let right = Right.needed(request.method.rawValue, request.path)
        return FogError(
            .denied,
            "\(address) lets this user not do it: \(request.line)" + (right.map { " needs the right \($0)" } ?? ""),
            status: 403,
            hint: right.map { "give the user a role with \($0), under Users > Roles" }
                ?? "give the user a role that may do it, under Users > Roles",
            cause: serverText
        )
    }

    private var apiTokenRefused: FogError {
        FogError(.auth, "\(address) refused the api token", status: 403, hint: apiTokenHint)
    }

    private var apiTokenHint: String {
        let token = credentials.apiToken
        if token.isEmpty {
            return "none was given: set FOGHORN_API_TOKEN to the one that FOG shows under \(Self.settingsPage)"
        }
        if let fault = Self.fault(token, shownUnder: Self.settingsPage) { return fault }
        let advice = "set FOGHORN_API_TOKEN to the one that FOG shows under \(Self.settingsPage)"
        // It was taken before: there is one more that answers so.
        return family == .five
            ? advice + "; FOG 1.5.10 also refuses so what a user may not do who is no administrator" : advice
    }

    /// Says what is wrong with a token that no server could take.
    private static func fault(_ token: Secret, shownUnder page: String) -> String? {
        if token.looksUnencoded {
            return "this is the token as the database keeps it; take the longer one that FOG shows under \(page)"
        }
        if token.reveal().hasPrefix("fog_") {
            return "this is a Bearer token of FOG 1.6: give it alone, as FOGHORN_TOKEN"
        }
        return token.isBase64 ? nil : "what was given is not base64: copy the whole token that FOG shows under \(page)"
    }

    private var bearerUnknown: FogError {
        FogError(
            .auth,
            "\(address) takes no Bearer token",
            status: status,
            hint:
                "it is FOG 1.5: set FOGHORN_API_TOKEN to what it shows under \(Self.settingsPage), and FOGHORN_USER_TOKEN "
                + "to what it shows under \(Self.userPage)"
        )
    }

    // MARK: - 401

    /// Error for 401.
    var loginRefused: FogError {
        switch credentials.login {
        case .token(let token): family == .six ? eitherRefused(token) : userTokenRefused(token)
        case .password(let user, _): passwordRefused(user)
        case .bearer: family == .six ? bearerRefused : bearerUnknown
        }
    }

    private func userTokenRefused(_ token: Secret) -> FogError {
        let hint =
            token.isEmpty
            ? "none was given: set FOGHORN_USER_TOKEN to the one that FOG shows under \(Self.userPage)"
            : Self.fault(token, shownUnder: Self.userPage)
                ?? "set FOGHORN_USER_TOKEN to the one that FOG shows under \(Self.userPage), "
                + "and see that API access is switched on for that user there"
        return FogError(.auth, "\(address) took the api token and refused the user token", status: 401, hint: hint)
    }

    private func eitherRefused(_ token: Secret) -> FogError {
        let fault =
            credentials.apiToken.isEmpty
            ? apiTokenHint
            : Self.fault(credentials.apiToken, shownUnder: Self.settingsPage)
                ?? Self.fault(token, shownUnder: Self.accountPage)
        return FogError(
            .auth,
            "\(address) refused the api token or the user token; it does not say which",
            status: 401,
            hint: fault
                ?? "compare FOGHORN_API_TOKEN with \(Self.settingsPage) and FOGHORN_USER_TOKEN with \(Self.accountPage), "
                + "and see that API access is switched on for that user there"
        )
    }

    private func passwordRefused(_ user: String) -> FogError {
        FogError(
            .auth,
            family == .six
                ? "\(address) refused the api token, or user \"\(user)\" with the given password"
                : "\(address) took the api token and refused user \"\(user)\" with the given password",
            status: 401,
            hint: "the password is wrong, API access is switched off for that user, or \(Self.stripped); a user token "
                + "works in any case"
        )
    }

    private var bearerRefused: FogError {
        FogError(
            .auth,
            "\(address) refused the Bearer token",
            status: 401,
            hint: "it is mistyped, switched off or deleted, or \(Self.stripped); make a new one under "
                + "\(Self.accountPage), where it is shown once"
        )
    }
}

extension Secret {
    /// Whether it may be base64: the right letters, and as many as there have to be.
    fileprivate var isBase64: Bool {
        let text = reveal()
        return text.utf8.count.isMultiple(of: 4)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
                    true
                default: false
                }
            }
    }
}
