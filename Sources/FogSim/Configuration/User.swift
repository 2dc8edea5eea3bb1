extension FogSim {
    /// User of the simulated server beside the one of ``Access``.
    public struct User: Sendable {
        /// Login name.
        public var name: String
        /// Password for HTTP Basic.
        public var password: String
        /// Value of the header `fog-user-token`: base64, as the web page shows it.
        public var userToken: String
        /// Value after `Bearer` in the header `Authorization`, on FOG 1.6 alone.
        public var bearerToken: String
        /// Whether the user may come with tokens or password; a bearer token has nothing to do with it.
        public var isAllowed: Bool = true
        /// Whether the bearer token is switched on.
        public var isBearerEnabled: Bool = true
        /// What FOG 1.6 lets the user do: `host.view`, `task.task`, `image.*`, `*`; none where the user has no role.
        public var rights: Set<String>
        /// Name of the site whose hosts alone the user sees; `nil` for all.
        public var site: String?

        /// Makes a user whose tokens and password follow from the name.
        ///
        /// - Parameters:
        ///   - name: login name, ASCII.
        ///   - rights: what FOG 1.6 allows; on FOG 1.5 anything but `*` makes a user who is no administrator.
        ///   - site: name of one of the configuration's sites.
        public init(name: String, rights: Set<String>, site: String? = nil) {
            self.name = name
            self.rights = rights
            self.site = site
            password = name + "-password"
            userToken = Obscured.encode(Array("simulated-user-token-\(name)".utf8))
            let digits = Array(name.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            bearerToken = "fog_" + String(repeating: digits + "00", count: 64).prefix(128)
        }
    }

    /// Site of FOG 1.6: a share of the hosts.
    public struct Site: Sendable {
        /// Name.
        public var name: String
        /// Names of its hosts.
        public var hosts: Set<String>

        /// Makes a site.
        public init(name: String, hosts: Set<String>) {
            self.name = name
            self.hosts = hosts
        }
    }
}
