public import FogModel
package import HTTPTypes

/// What a FOG server wants to see with each request.
///
/// Tokens are given and sent as FOG's pages show them.
///
/// Origin: FOG 1.5.9.239, recordings 005 to 015: the header's value is the base64 form of the stored token.
public struct FogCredentials: Sendable {
    /// How the user is named.
    public enum Login: Sendable {
        /// By the token of a user: header `fog-user-token`.
        case token(Secret)
        /// By name and password: HTTP Basic, which the web server has to hand on to PHP.
        case password(user: String, Secret)
        /// By a token of FOG 1.6 that stands for the user alone: `Authorization: Bearer fog_…`, sent as it is.
        case bearer(Secret)
    }

    /// Token of the server's API: header `fog-api-token`; empty where the login is a Bearer token.
    public var apiToken: Secret
    /// How the user is named.
    public var login: Login

    /// Takes the token of the API and of a user.
    public init(apiToken: Secret, userToken: Secret) {
        self.apiToken = apiToken
        login = .token(userToken)
    }

    /// Takes the token of the API, and a user's name and password.
    public init(apiToken: Secret, user: String, password: Secret) {
        self.apiToken = apiToken
        login = .password(user: user, password)
    }

    /// Takes a Bearer token of FOG 1.6, which needs no token of the API.
    ///
    /// Origin: FOG 1.6, `src/Router/Route.php`.
    public init(bearerToken: Secret) {
        apiToken = Secret("")
        login = .bearer(bearerToken)
    }

    /// Header fields of every request.
    package var fields: [HTTPField] {
        switch login {
        case .token(let token):
            [Self.field("fog-api-token", apiToken.reveal()), Self.field("fog-user-token", token.reveal())]
                .compactMap(\.self)
        case .password(let user, let password):
            [
                Self.field("fog-api-token", apiToken.reveal()),
                HTTPField(
                    name: .authorization,
                    value: "Basic " + Base64.encoded(Array("\(user):\(password.reveal())".utf8))
                ),
            ]
            .compactMap(\.self)
        case .bearer(let token):
            [HTTPField(name: .authorization, value: "Bearer " + token.reveal())]
        }
    }

    private static func field(_ name: String, _ value: String) -> HTTPField? {
        HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }
}

extension Secret {
    /// Whether it looks like a token as the database keeps it, and not as FOG's page shows it.
    ///
    /// Origin: FOG 1.5.9.239: 128 hexadecimal digits, shown in base64.
    var looksUnencoded: Bool {
        let text = reveal()
        return text.utf8.count == 128 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}
