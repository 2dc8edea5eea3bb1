import FogAPI
import FogModel
import HTTPTypes
import Testing

/// What each failed login is told as.
@Suite struct LoginTests {
    private static let base64 = Secret("YXBp")
    private static let stored = Secret(String(repeating: "0a", count: 64))
    private static let bearer = Secret("fog_" + String(repeating: "0a", count: 64))

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var dialect: Dialect?
        var reply: ScriptedTransport.Reply = .empty(401)
        var credentials = FogCredentials(apiToken: base64, userToken: base64)
        var code = FogError.Code.auth
        let message: String
        let hint: String
        var testDescription: String { name }
    }

    static let noRight = ScriptedTransport.Reply.json(
        #"{"error":"You do not have permission to perform this action."}"#,
        status: 403
    )
    private static let password = FogCredentials(apiToken: base64, user: "ann", password: Secret("pw"))

    static let cases: [Case] = [
        Case(
            name: "no api token",
            reply: .empty(403),
            credentials: FogCredentials(apiToken: Secret(""), userToken: base64),
            message: "refused the api token",
            hint: "none was given: set FOGHORN_API_TOKEN"
        ),
        Case(
            name: "no user token",
            credentials: FogCredentials(apiToken: base64, userToken: Secret("")),
            message: "refused the user token",
            hint: "none was given: set FOGHORN_USER_TOKEN"
        ),
        Case(name: "wrong api token", reply: .empty(403), message: "refused the api token", hint: "API System"),
        Case(name: "wrong user token, or user API off", message: "refused the user token", hint: "API access"),
        Case(
            name: "api token of the database",
            reply: .empty(403),
            credentials: FogCredentials(apiToken: stored, userToken: base64),
            message: "refused the api token",
            hint: "this is the token as the database keeps it"
        ),
        Case(
            name: "user token that is not base64",
            credentials: FogCredentials(apiToken: base64, userToken: Secret("not so")),
            message: "refused the user token",
            hint: "what was given is not base64"
        ),
        Case(
            name: "Bearer token as api token",
            reply: .empty(403),
            credentials: FogCredentials(apiToken: bearer, userToken: base64),
            message: "refused the api token",
            hint: "give it alone, as FOGHORN_TOKEN"
        ),
        Case(
            name: "Bearer token for a 1.5",
            reply: .empty(403),
            credentials: FogCredentials(bearerToken: bearer),
            message: "takes no Bearer token",
            hint: "it is FOG 1.5: set FOGHORN_API_TOKEN"
        ),
        Case(name: "Basic stripped", credentials: password, message: "refused user \"ann\"", hint: "CGIPassAuth"),
        Case(
            name: "API off on 1.5",
            reply: .other(ScriptedTransport.answer(302, type: "text/html", [], location: "/fog/management/index.php")),
            code: .unavailable,
            message: "is switched off",
            hint: "API ENABLED"
        ),
        Case(
            name: "API off on 1.6",
            reply: .other(ScriptedTransport.answer(308, type: "text/html", [], location: "/fog/management/index.php")),
            code: .unavailable,
            message: "is switched off",
            hint: "API ENABLED"
        ),
        Case(
            name: "no FOG server: a page",
            reply: .other(ScriptedTransport.answer(200, type: "text/html", Array("<html>Hi".utf8))),
            code: .unavailable,
            message: "does not answer like a FOG server",
            hint: "give the address"
        ),
        Case(
            name: "no FOG server: 404",
            reply: .other(ScriptedTransport.answer(404, type: "text/html", Array("<html>Not Found".utf8))),
            code: .unavailable,
            message: "is no FOG server",
            hint: "give the address"
        ),
        Case(
            name: "no FOG server: other JSON",
            reply: .json(#"{"name":"something else","status":"ok"}"#),
            code: .unavailable,
            message: "does not answer like a FOG server",
            hint: "give the address"
        ),
        Case(
            name: "untrusted certificate",
            reply: .failure(TransportError(.untrusted, "its issuer is unknown here", mayHaveArrived: false)),
            code: .unavailable,
            message: "cannot be trusted: its issuer is unknown here",
            hint: "ca_file"
        ),
        Case(
            name: "either token on 1.6",
            dialect: .six,
            message: "it does not say which",
            hint: "compare FOGHORN_API_TOKEN"
        ),
        Case(
            name: "api token of the database on 1.6",
            dialect: .six,
            credentials: FogCredentials(apiToken: stored, userToken: base64),
            message: "it does not say which",
            hint: "as the database keeps it"
        ),
        Case(
            name: "Bearer token on 1.6",
            dialect: .six,
            credentials: FogCredentials(bearerToken: bearer),
            message: "refused the Bearer token",
            hint: "make a new one under Users > (user) > API"
        ),
        Case(
            name: "password on 1.6",
            dialect: .six,
            credentials: password,
            message: "user \"ann\"",
            hint: "CGIPassAuth"
        ),
        Case(
            name: "no right on 1.6",
            dialect: .six,
            reply: noRight,
            code: .denied,
            message: "GET /fog/host needs the right host.view",
            hint: "give the user a role with host.view"
        ),
        Case(
            name: "api token on an early beta",
            dialect: .six,
            reply: .empty(403),
            message: "the api token",
            hint: "API System"
        ),
        Case(
            name: "limited user of a late 1.5.10",
            dialect: .five,
            reply: .empty(403),
            message: "refused the api token",
            hint: "FOG 1.5.10 also refuses so what a user may not do"
        ),
    ]

    @Test(arguments: cases)
    func `Says what is wrong and what to change`(row: Case) async throws {
        let transport = ScriptedTransport { _, _ in row.reply }
        let server = FogServer(
            transport,
            credentials: row.credentials,
            limits: FogLimits(attempts: 1),
            dialect: row.dialect
        )

        let error = try #require(
            await #expect(throws: FogError.self) {
                if let dialect = row.dialect { _ = try await server.send(dialect.list("host")) }
                _ = try await server.info()
            }
        )

        #expect(error.code == row.code)
        #expect(error.message.contains(row.message))
        #expect(error.hint?.contains(row.hint) == true, "\(error.hint ?? "")")
        #expect(!"\(error) \(error.cause ?? "")".contains("0a0a0a"))
    }

    @Test func `Gives each failure its own message`() async throws {
        var told: [String: String] = [:]
        for row in Self.cases where row.dialect == nil && !row.name.hasPrefix("API off on 1.6") {
            let transport = ScriptedTransport { _, _ in row.reply }
            let server = FogServer(
                transport,
                credentials: row.credentials,
                limits: FogLimits(attempts: 1),
                dialect: nil
            )
            let error = await #expect(throws: FogError.self) { try await server.info() }
            let text = "\(try #require(error)) \(error?.cause ?? "")"

            #expect(told[text] == nil, "\(row.name) is told as \(told[text] ?? "")")
            told[text] = row.name
        }
    }

    @Test func `Sends a Bearer token alone and as it is`() async throws {
        let transport = ScriptedTransport { _, _ in .json("[]") }
        let server = FogServer(transport, credentials: FogCredentials(bearerToken: Self.bearer), dialect: .six)

        _ = try await server.send(Dialect.six.list("host"))

        let fields = try #require(transport.sent.first).fields
        #expect(fields[.authorization] == "Bearer " + Self.bearer.reveal())
        #expect(fields[try #require(HTTPField.Name("fog-api-token"))] == nil)
    }

    @Test(arguments: [
        (FogRequest.change(.post, "/fog/host/3/task", .null, subject: "x"), "host.task"),
        (.change(.delete, "/fog/task/3/cancel", .null, subject: "x"), "task.task"),
        (.change(.post, "/fog/group/3/task", .null, subject: "x"), "group.task"),
        (.change(.put, "/fog/macaddressassociation/3/edit", .null, subject: "x"), "host.edit"),
        (.change(.put, "/fog/host/join", .null, subject: "x"), "host.create"),
        (.change(.post, "/fog/image/create", .null, subject: "x"), "image.create"),
        (.change(.delete, "/fog/snapin/3", .null, subject: "x"), "snapin.delete"),
        (Dialect.six.list("os"), "image.view"), (Dialect.six.list("setting"), "settings.view"),
        (Dialect.six.list("tasktype"), "task.view"), (Dialect.six.list("imaginglog"), "task.view"),
    ])
    func `Names the right that is missing`(request: FogRequest, right: String) async throws {
        let transport = ScriptedTransport { _, _ in Self.noRight }
        let server = FogServer(transport, credentials: FogCredentials(bearerToken: Self.bearer), dialect: .six)

        let error = await #expect(throws: FogError.self) { try await server.send(request) }

        #expect(error?.code == .denied && error?.message.hasSuffix("needs the right \(right)") == true)
    }
}
