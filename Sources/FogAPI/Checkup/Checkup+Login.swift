import FogModel
import HTTPTypes

extension Checkup {
    /// Proves the tokens, and says which of them is wrong.
    func proveLogin(_ credentials: FogCredentials, _ notes: inout Notes) async throws -> Bool {
        if let (message, advice) = shapeFault(credentials) {
            notes.add(.failure, .login, message, advice: advice)
            return false
        }
        let isNew = notes.outcome.family == "1.6"
        let (status, saysWhy): (Int, Bool)
        do {
            // On 1.6 the health needs no token; task states are few on every server.
            let answer = try await ask(isNew ? "/fog/taskstate" : "/fog/system/info", credentials)
            (status, saysWhy) = (answer.status, !answer.body.isEmpty)
        } catch let error as TransportError {
            notes.add(.failure, .login, "the connection broke at the login: \(error.message)", advice: "try again")
            return false
        }
        switch status {
        case 200..<300:
            notes.add(.good, .login, "the server takes \(Self.name(credentials))")
            return true
        case 403 where isNew && (saysWhy || credentials.isBearer):
            // The login was taken; what is missing is a right. Only an api token is refused by an empty 403, by betas.
            notes.add(.good, .login, "the server takes \(Self.name(credentials))")
            return true
        case 401, 403:
            let (message, advice) = try await refusal(status, credentials, isNew: isNew)
            notes.add(.failure, .login, message, advice: advice)
        default:
            notes.add(
                .failure,
                .login,
                "the server answers the login with status \(status)",
                advice: "look into the PHP log of the server"
            )
        }
        return false
    }

    private static func name(_ credentials: FogCredentials) -> String {
        switch credentials.login {
        case .token: "the api token and the user token"
        case .password(let user, _): "the api token and the password of \(user)"
        case .bearer: "the Bearer token"
        }
    }

    /// Says what is wrong with a token that no server could take.
    private func shapeFault(_ credentials: FogCredentials) -> (String, String)? {
        switch credentials.login {
        case .bearer(let token):
            return TokenShape(token) == .bearer
                ? nil
                : (
                    "the Bearer token does not begin with fog_",
                    "take it from \(FogPages.bearerToken) of FOG 1.6; FOG 1.5 has two other tokens"
                )
        case .token(let user):
            return Self.fault(credentials.apiToken, "api token", "fog-api-token", FogPages.apiToken)
                ?? Self.fault(user, "user token", "fog-user-token", FogPages.userToken)
        case .password:
            return Self.fault(credentials.apiToken, "api token", "fog-api-token", FogPages.apiToken)
        }
    }

    private static func fault(_ token: Secret, _ name: String, _ header: String, _ page: String) -> (String, String)? {
        let take = "copy the whole of it from \(page)"
        switch TokenShape(token) {
        case .proper: return nil
        case .empty: return ("no \(name) is given (header \(header))", "copy it from \(page)")
        case .database:
            return ("the \(name) is the database's, not the web page's", take + ", where it is longer")
        case .bearer: return ("the \(name) is a Bearer token of FOG 1.6", "give it as bearer_token, alone")
        case .foreign(let letter):
            return ("the \(name) is not base64: \"\(letter)\" does not belong in it (header \(header))", take)
        case .cut: return ("the \(name) is not whole: base64 comes in fours of letters (header \(header))", take)
        }
    }

    // MARK: - Refusals

    private func refusal(
        _ status: Int,
        _ credentials: FogCredentials,
        isNew: Bool
    ) async throws -> (String, String) {
        switch credentials.login {
        case .bearer:
            return isNew
                ? (
                    "the server refuses the Bearer token (header Authorization)",
                    "see under \(FogPages.bearerToken) that it is switched on; it is shown only when it is made, "
                        + "so make a new one if in doubt"
                )
                : (
                    "this server is FOG 1.5, which takes no Bearer tokens",
                    "give an api token (\(FogPages.apiToken)) and a user token (\(FogPages.userToken))"
                )
        case .token(let user):
            if try await areSwapped(credentials.apiToken, user, isNew: isNew) {
                return ("the api token and the user token are in each other's place", "give them the other way round")
            }
            if status == 403 { return apiTokenRefused }
            return isNew
                ? (
                    "the server refuses the api token or the user token (it does not say which)",
                    "compare fog-api-token with \(FogPages.apiToken), and fog-user-token with \(FogPages.userToken), "
                        + "and see that API access is switched on for that user"
                )
                : (
                    "the server takes the api token and refuses the user token (header fog-user-token)",
                    "copy it from \(FogPages.userToken), and see that \"User API Enabled\" is switched on for that user "
                        + "there"
                )
        case .password(let user, _):
            if status == 403 { return apiTokenRefused }
            return (
                "the server takes the api token and refuses \"\(user)\" with this password (header Authorization)",
                "the password is wrong, \"User API Enabled\" is off under \(FogPages.userToken), or Apache keeps the "
                    + "header from PHP, as FOG 1.5's installer sets it up: set CGIPassAuth On for /fog, or use the user "
                    + "token instead"
            )
        }
    }

    private var apiTokenRefused: (String, String) {
        (
            "the server refuses the api token (header fog-api-token)",
            "copy it from \(FogPages.apiToken); it changes when somebody resets it there"
        )
    }

    private func areSwapped(_ apiToken: Secret, _ userToken: Secret, isNew: Bool) async throws -> Bool {
        let other = FogCredentials(apiToken: userToken, userToken: apiToken)
        do {
            return (200..<300).contains(
                try await ask(isNew ? "/fog/taskstate" : "/fog/system/info", other).status
            )
        } catch is TransportError {
            return false
        }
    }
}

extension FogCredentials {
    fileprivate var isBearer: Bool { if case .bearer = login { true } else { false } }
}
