import FogModel
import HTTPTypes

/// What 401 and 403 mean, which differs between FOG's families and within 1.6.
///
/// 1.5: 403 is the api token, 401 the user. 1.6: 401 is either, 403 a missing right, in words; early betas of 1.6
/// answer a wrong api token as 1.5 does, without a word.
extension Refusal {
    private static let stripped =
        "the web server keeps the Authorization header from PHP, as FOG 1.5's installer sets it up (CGIPassAuth)"

    // MARK: - 403

    /// Error for 403.
    var forbidden: FogError {
        if family == .six, serverText != nil || isBearer { return rightMissing }
        if isBearer { return bearerUnknown }
        return isLoginProven ? limited : apiTokenRefused
    }

    /// Error for a user of 1.5.10 who is no administrator.
    ///
    /// Origin: FOG 1.5.10, advisory GHSA-2hqx-5ffg-w4c3: such a user reads and tasks a list of classes, and is answered
    /// 403 without a word for the rest.
    private var limited: FogError {
        FogError(
            .denied,
            "\(address) lets this user not do it: \(request.line)",
            status: 403,
            hint: "FOG 1.5.10 keeps it for administrators: take a user who is one; if nothing works any more, the api "
                + "token was changed under \(FogPages.apiToken)"
        )
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
            return "none was given: set FOGHORN_API_TOKEN to the one that FOG shows under \(FogPages.apiToken)"
        }
        if let fault = Self.fault(token, shownUnder: FogPages.apiToken) { return fault }
        let advice = "set FOGHORN_API_TOKEN to the one that FOG shows under \(FogPages.apiToken)"
        // It may have been taken before: there is one more that answers so.
        return family == .five
            ? advice + "; FOG 1.5.10 also refuses so what a user may not do who is no administrator" : advice
    }

    /// Says what is wrong with a token that no server could take.
    private static func fault(_ token: Secret, shownUnder page: String) -> String? {
        switch TokenShape(token) {
        case .proper, .empty: nil
        case .database:
            "this is the token as the database keeps it; take the longer one that FOG shows under \(page)"
        case .bearer: "this is a Bearer token of FOG 1.6: give it alone, as FOGHORN_TOKEN"
        case .foreign(let letter):
            "what was given is not base64, \"\(letter)\" does not belong there: copy the token that FOG shows under \(page)"
        case .cut:
            "what was given is not base64, letters are missing: copy the whole token that FOG shows under \(page)"
        }
    }

    private var bearerUnknown: FogError {
        FogError(
            .auth,
            "\(address) takes no Bearer token",
            status: status,
            hint:
                "it is FOG 1.5: set FOGHORN_API_TOKEN to what it shows under \(FogPages.apiToken), and FOGHORN_USER_TOKEN "
                + "to what it shows under \(FogPages.userToken)"
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
            ? "none was given: set FOGHORN_USER_TOKEN to the one that FOG shows under \(FogPages.userToken)"
            : Self.fault(token, shownUnder: FogPages.userToken)
                ?? "set FOGHORN_USER_TOKEN to the one that FOG shows under \(FogPages.userToken), "
                + "and see that API access is switched on for that user there"
        return FogError(.auth, "\(address) took the api token and refused the user token", status: 401, hint: hint)
    }

    private func eitherRefused(_ token: Secret) -> FogError {
        let fault =
            credentials.apiToken.isEmpty
            ? apiTokenHint
            : Self.fault(credentials.apiToken, shownUnder: FogPages.apiToken)
                ?? Self.fault(token, shownUnder: FogPages.bearerToken)
        return FogError(
            .auth,
            "\(address) refused the api token or the user token; it does not say which",
            status: 401,
            hint: fault
                ?? "compare FOGHORN_API_TOKEN with \(FogPages.apiToken) and FOGHORN_USER_TOKEN with \(FogPages.bearerToken), "
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
                + "\(FogPages.bearerToken), where it is shown once"
        )
    }
}
