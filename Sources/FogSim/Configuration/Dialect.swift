extension FogSim {
    /// Version of FOG that a server imitates, with the typing that goes with it.
    ///
    /// Origin: api-1.5.md section 4, api-1.6.md sections 0 and 2 to 7.
    public enum Dialect: String, CaseIterable, Sendable {
        /// FOG 1.5.9 on PHP 8.0 or older: whole numbers are strings.
        case fog15php7 = "1.5-php7"
        /// FOG 1.5.9 on PHP 8.1 or newer: whole numbers are numbers, and some calls crash.
        case fog15php8 = "1.5-php8"
        /// Early beta of FOG 1.6: bare arrays of names, 403 for a wrong API token, a search that knows few classes.
        case fog16beta = "1.6-beta"
        /// FOG 1.6 as it was last read, before its release.
        case fog16 = "1.6"

        /// Whether it is one of FOG 1.6: pages, filters, flat rows, roles.
        public var isFog16: Bool { self == .fog16 || self == .fog16beta }

        /// Version that the server tells.
        var version: String {
            switch self {
            case .fog15php7, .fog15php8: "1.5.9.239"
            case .fog16beta: "1.6.0-beta.1800"
            case .fog16: "1.6.0-beta.5257"
            }
        }
    }
}
