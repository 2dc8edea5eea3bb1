/// What can be set of a server, by the names that stand in files.
package enum ServerKey: String, CaseIterable, Sendable {
    case url
    case apiToken = "api_token"
    case userToken = "user_token"
    case bearerToken = "bearer_token"
    case user
    case password
    case credentialsFile = "credentials_file"
    case credentialsCommand = "credentials_command"
    case caFile = "ca_file"
    case pin
    case allowPlainHTTP = "allow_plain_http"
    case concurrency
    case connectTimeout = "timeouts.connect"
    case rowTimeout = "timeouts.row"
    case listTimeout = "timeouts.list"
    case changeTimeout = "timeouts.change"

    /// Keys that say who the user is, of which a place gives all or none.
    package static let login: Set<ServerKey> = [
        .userToken, .bearerToken, .user, .password, .credentialsFile, .credentialsCommand,
    ]

    /// Keys that a file of credentials may hold.
    package static let credentials: [ServerKey] = [.apiToken, .userToken, .bearerToken, .user, .password]

    /// Whether a value holds for one server only, and would harm at another.
    package var isOfOneServer: Bool {
        switch self {
        case .concurrency, .connectTimeout, .rowTimeout, .listTimeout, .changeTimeout: false
        default: true
        }
    }

    /// Whether nobody but the owner may read a file that holds it.
    package var isSecret: Bool { [.apiToken, .userToken, .bearerToken, .password].contains(self) }

    /// Name of the environment variable, as in `FOGHORN_API_TOKEN`.
    package var variable: String {
        switch self {
        case .url: "FOGHORN_SERVER"
        case .bearerToken: "FOGHORN_TOKEN"
        default: "FOGHORN_" + rawValue.uppercased().replacing(".", with: "_")
        }
    }
}
