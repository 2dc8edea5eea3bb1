import FogAPI
import FogModel
import HTTPTypes
import TestSupport
import Testing

/// A recorded call, made again with FogAPI against its recorded answer.
struct Replay: Sendable, CustomTestStringConvertible {
    /// Classes whose routes FogAPI speaks.
    static let classes: Set<String> = [
        "host", "image", "group", "task", "tasktype", "groupassociation", "macaddressassociation", "system",
        "imagetype",
        "imagepartitiontype", "os",
    ]

    let typing: Fixtures.Typing
    let recording: Recording

    var testDescription: String { "\(typing.rawValue)/\(recording.name)" }

    /// All recordings that concern FogAPI's routes, in both typings.
    static func all() throws -> [Replay] {
        try Fixtures.Typing.allCases.flatMap { typing in
            try Fixtures.recordings(typing).map { Replay(typing: typing, recording: $0) }
        }
        .filter { classes.contains($0.className) || $0.isZone || $0.isLogin }
    }

    /// Parts of the path after `/fog/`, without the query.
    var parts: [String] {
        let path = recording.request.path.split(separator: "?", omittingEmptySubsequences: false).first ?? ""
        return path.split(separator: "/").dropFirst().map(String.init)
    }

    var className: String { parts.first ?? "" }

    /// The list of settings, with or without the filter that FogAPI sends.
    private var isZone: Bool { parts.starts(with: ["service", "list"]) || recording.request.path == "/fog/service" }

    private var isLogin: Bool { recording.name.contains("auth-") || recording.name.contains("api-disabled") }

    /// Transport that gives the recorded answer, whatever is asked.
    ///
    /// The setting of the time zone is answered apart, since it is asked for before every other thing.
    var transport: ScriptedTransport {
        var fields = HTTPFields()
        for (name, value) in recording.response.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let response = HTTPResponse(status: .init(code: recording.response.status), headerFields: fields)
        let answer = TransportAnswer(response: response, body: Array(recording.response.text.utf8))
        let asksZone = isZone
        return ScriptedTransport { request, _ in
            asksZone || !request.path.hasPrefix("/fog/service") ? .other(answer) : .json(#"{"count":0,"services":[]}"#)
        }
    }

    /// Makes the call.
    ///
    /// - Returns: rows that were read, as far as the answer holds rows.
    func run() async throws -> [Row] {
        let server = FogServer(transport, limits: FogLimits(attempts: 1))
        switch className {
        case "system": _ = try await server.checkIn()
        case "service": _ = try await server.send(.list("service"))
        case "host": return try await rows(Host.self, server)
        case "image": return try await rows(Image.self, server)
        case "group": return try await rows(Group.self, server)
        case "task": return try await rows(FogTask.self, server)
        case "tasktype": return try await rows(TaskType.self, server)
        default: return try await associations(server)
        }
        return []
    }

    /// What is compared of a row.
    struct Row: Equatable {
        var id: Int
        var name: String
    }

    private func rows<Owner: WireEntity>(_ type: Owner.Type, _ server: FogServer) async throws -> [Row] {
        let isRead = recording.request.method == "GET"
        let last = parts.last ?? ""
        if isRead, parts.count == 2, let number = Int(last), let id = Identifier<Owner>(number) {
            return [Row(try await server.row(id))]
        }
        if isRead, !["names", "ids"].contains(last) {
            return try await server.rows(type, isActive: last == "active").map(Row.init)
        }
        let body = try await server.send(request)
        let givesRow = ["POST", "PUT"].contains(recording.request.method) && last != "task"
        return givesRow ? [Row(try server.row(type, in: body, zone: "UTC", request))] : []
    }

    private func associations(_ server: FogServer) async throws -> [Row] {
        let wanted = ["id", "hostID"]
        if recording.request.method == "GET", parts.count == 1 {
            return try await server.associations(className, wanted).map { Row(id: $0["id"] ?? 0, name: "") }
        }
        _ = try await server.send(request)
        return []
    }

    private var request: FogRequest {
        recording.request.method == "GET"
            ? .list(className)
            : .change(.init(recording.request.method) ?? .post, recording.request.path, .null, subject: recording.name)
    }
}

extension Replay.Row {
    init<Owner: Entity>(_ entity: Owner) {
        id = entity.id.number
        name = (entity as? any NamedEntity)?.name ?? ""
    }
}
