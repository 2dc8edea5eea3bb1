extension FogSim {
    /// Tokens and logins of a server.
    public struct Access: Sendable {
        /// Value of the header `fog-api-token`: base64, as the web page shows it.
        public var apiToken: String = "c2ltdWxhdGVkLWFwaS10b2tlbg=="
        /// Value of the header `fog-user-token`: base64, as the web page shows it.
        public var userToken: String = "c2ltdWxhdGVkLXVzZXItdG9rZW4="
        /// Value after `Bearer` in the header `Authorization`, on FOG 1.6 alone: as the web page shows it, sent raw.
        public var bearerToken: String = "fog_" + String(repeating: "0123456789abcdef", count: 8)
        /// Login name for HTTP Basic, which also needs the API token.
        public var userName: String = "labadmin"
        /// Password for HTTP Basic.
        public var password: String = "labadmin"
        /// Whether the API is on; off answers each request with a redirection to the web page.
        public var isAPIEnabled: Bool = true
        /// Whether the user may use the API; `false` answers 401.
        public var isUserAllowed: Bool = true
        /// Whether the web server keeps the header `Authorization` from PHP, as FOG's installer sets it up.
        public var isBasicStripped: Bool = false

        /// Makes the access of a server whose tokens are in its documentation.
        public init() {}
    }
}
