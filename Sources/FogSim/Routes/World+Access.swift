import HTTPTypes

extension World {
    /// Checks the tokens of a request.
    ///
    /// - Returns: the user, and the login name of HTTP Basic, `nil` where the user's token was right.
    /// - Throws: a redirection where the API is off, 403 for the API token, 401 for the user.
    ///
    /// Origin: `lib/router/route.class.php`, `_testToken` and `_testAuth`; recordings 005 to 016.
    func admit(_ fields: HTTPFields) throws(Refusal) -> (user: FogSim.User, login: String?) {
        let access = configuration.access
        guard access.isAPIEnabled else {
            let page = "http://\(configuration.authority)/fog/management/index.php"
            throw Refusal(Reply(status: 302, contentType: Reply.html, location: page, body: []))
        }
        guard Self.isToken(fields[.apiToken], access.apiToken) else { throw Refusal(.empty(403)) }
        if let user = people.first(where: { $0.isAllowed && Self.isToken(fields[.userToken], $0.userToken) }) {
            return (user, nil)
        }
        if !access.isBasicStripped, let login = Self.login(fields[.authorization]),
            let user = people.first(where: { $0.name == login.name && $0.password == login.password })
        {
            return (user, login.name)
        }
        throw Refusal(.empty(401))
    }

    /// Checks what a user who is no administrator may do.
    ///
    /// - Throws: 403 for anything but reading, tasking and cancelling on the classes of everyday work.
    ///
    /// Origin: api-1.6.md section 2, late 1.5.10; which classes these are was not written down.
    func checkLimits(_ user: FogSim.User, _ call: Call) throws(Refusal) {
        guard quirks.contains(.limitedUsers), !user.rights.contains("*"), call.part(0) != "system" else { return }
        let isWork = ["task", "cancel"].contains(call.parts.last ?? "") && ["POST", "DELETE"].contains(call.method)
        guard call.method == "GET" || isWork, Self.everyday.contains(call.part(0)) else { throw Refusal(.empty(403)) }
    }

    private static let everyday: Set<String> = [
        "group", "groupassociation", "host", "image", "imagepartitiontype", "imagetype", "inventory",
        "macaddressassociation", "module", "multicastsession", "os", "printer", "scheduledtask", "snapin",
        "snapinassociation", "snapinjob", "snapintask", "storagegroup", "storagenode", "task", "taskstate", "tasktype",
    ]

    /// Compares what two tokens decode to; a newline inside the text is not forgiven, blanks around it are.
    static func isToken(_ given: String?, _ expected: String) -> Bool {
        guard let given, !given.isEmpty else { return false }
        let decoded = Obscured.decode(given)
        return !decoded.isEmpty && decoded == Obscured.decode(expected)
    }

    /// Reads name and password of HTTP Basic; `nil` where there are none.
    static func login(_ field: String?) -> (name: String, password: String)? {
        guard let field, field.lowercased().hasPrefix("basic ") else { return nil }
        let text = String(decoding: Obscured.decode(String(field.dropFirst(6))), as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }
}

extension HTTPField.Name {
    static let apiToken = HTTPField.Name("fog-api-token") ?? .authorization
    static let userToken = HTTPField.Name("fog-user-token") ?? .authorization
}
