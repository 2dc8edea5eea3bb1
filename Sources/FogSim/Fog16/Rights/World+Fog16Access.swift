import HTTPTypes

extension World {
    /// Finds out who asks.
    ///
    /// - Throws: 308 where the API is off; 401 for a wrong token or password, on the betas 403 for the API token.
    ///
    /// Origin: api-1.6.md section 2.
    func caller(_ fields: HTTPFields) throws(Refusal) -> Caller {
        guard let credential = Credential(fields, isStripped: configuration.access.isBasicStripped) else {
            throw Refusal(.empty(refusesAPIToken))
        }
        switch credential {
        case .bearer(let token):
            // A wrong bearer token is refused whatever else was sent.
            let users = people.filter { $0.isBearerEnabled && $0.bearerToken == token }
            guard let user = users.first else { throw Refusal(.empty(401)) }
            return makeCaller(user)
        case .tokens(let api, let user, let login):
            guard Self.isToken(api, configuration.access.apiToken) else { throw Refusal(.empty(refusesAPIToken)) }
            let isMine = { (person: FogSim.User) in
                Self.isToken(user, person.userToken)
                    || login.map { $0.name == person.name && $0.password == person.password } ?? false
            }
            guard let person = people.first(where: { $0.isAllowed && isMine($0) }) else {
                throw Refusal(.empty(401))
            }
            return makeCaller(person)
        }
    }

    /// Checks that a caller may do what a route does.
    ///
    /// - Throws: 403 with words.
    func check(_ right: Right, _ caller: Caller) throws(Refusal) {
        guard caller.may(right.action, right.entity) else {
            throw .error("You do not have permission to perform this action.", 403)
        }
    }

    /// All users, the one of the configuration's access first.
    var people: [FogSim.User] {
        let access = configuration.access
        var first = FogSim.User(name: access.userName, rights: ["*"])
        first.password = access.password
        first.userToken = access.userToken
        first.bearerToken = access.bearerToken
        first.isAllowed = access.isUserAllowed
        return [first] + configuration.users
    }

    private var refusesAPIToken: Int { configuration.dialect == .fog16beta ? 403 : 401 }

    private func makeCaller(_ user: FogSim.User) -> Caller {
        let site = user.site.flatMap { name in configuration.sites.first { $0.name == name } }
        let hosts = site.map { site in
            Set(store["host"].all.filter { site.hosts.contains($0.name) }.map(\.id))
        }
        return Caller(name: user.name, rights: rights(of: user.name), hosts: hosts)
    }

    /// What the roles of a user allow, as they stand in the tables.
    private func rights(of name: String) -> Set<String> {
        guard let user = store["user"].all.first(where: { $0.name == name }) else { return [] }
        let roles = store["roleuserassociation"].rows(where: "userID", user.id).map { $0.integer("roleID") }
        return Set(roles.flatMap { store["rolepermission"].rows(where: "roleID", $0).map { $0.text("permission") } })
    }
}

/// What a request brings to tell who asks.
private enum Credential {
    case bearer(String)
    case tokens(api: String, user: String?, login: (name: String, password: String)?)

    /// Reads the header fields; `nil` where they hold no API token and no bearer token.
    init?(_ fields: HTTPFields, isStripped: Bool) {
        let authorization = isStripped ? nil : fields[.authorization]
        if let field = authorization, field.lowercased().hasPrefix("bearer") {
            self = .bearer(String(Markup.trim(String(field.dropFirst(6)))))
        } else if let api = fields[.apiToken] {
            self = .tokens(api: api, user: fields[.userToken], login: World.login(authorization))
        } else {
            return nil
        }
    }
}
