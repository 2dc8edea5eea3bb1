import FogAPI
import FogModel
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// A recorded call, made again with FogAPI against its recorded answer.
struct Replay: Sendable, CustomTestStringConvertible {
    let typing: Fixtures.Typing
    let recording: Recording

    var testDescription: String { "\(typing.rawValue)/\(recording.name)" }

    /// All recordings in both typings.
    static func all() throws -> [Replay] {
        try Fixtures.Typing.allCases.flatMap { typing in
            try Fixtures.recordings(typing).map { Replay(typing: typing, recording: $0) }
        }
    }

    /// Parts of the path after `/fog/`, without the query.
    var parts: [String] {
        let path = recording.request.path.split(separator: "?", omittingEmptySubsequences: false).first ?? ""
        return path.split(separator: "/").dropFirst().map(String.init)
    }

    var className: String { parts.first ?? "" }

    /// Whether it is a page for the clients of FOG and no route of its API.
    var isPage: Bool { parts.last?.hasSuffix(".php") ?? true }

    private var isRead: Bool { recording.request.method == "GET" }

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
        let asksSettings = className == "service"
        return ScriptedTransport { request, _ in
            asksSettings || !request.path.hasPrefix("/fog/service")
                ? .other(answer) : .json(#"{"count":0,"services":[]}"#)
        }
    }

    /// Client that gets the recorded answer.
    var server: FogServer { FogServer(transport, limits: FogLimits(attempts: 1)) }

    /// What is compared of a row, and how it shows itself.
    struct Row: Equatable {
        var id: Int
        var name: String
        var shown = ""

        static func == (one: Row, other: Row) -> Bool { (one.id, one.name) == (other.id, other.name) }
    }

    /// What came of a call.
    enum Outcome: Equatable {
        case rows([Row])
        case page(RawAnswer.Body)
    }

    /// Makes the call.
    func run() async throws -> Outcome {
        let server = server
        if isPage {
            let raw = RawRequest(method: recording.request.method, path: recording.request.path)
            return .page(try await server.raw(raw).body)
        }
        if className == "system" {
            _ = try await server.checkIn()
            return .rows([])
        }
        guard let read = Self.typed[className] else { return .rows(try await records(server)) }
        return .rows(try await read(self, server))
    }

    /// Reads rows of the classes that have a type.
    private static let typed: [String: @Sendable (Replay, FogServer) async throws -> [Row]] = {
        func rows<Owner: WireEntity>(
            _ type: Owner.Type
        ) -> @Sendable (Replay, FogServer) async throws -> [Row] {
            { try await $0.rows(type, $1) }
        }
        return [
            "host": rows(Host.self), "image": rows(Image.self), "group": rows(Group.self), "task": rows(FogTask.self),
            "tasktype": rows(TaskType.self), "snapin": rows(Snapin.self), "taskstate": rows(TaskStateRow.self),
            "imagetype": rows(ImageType.self), "imagepartitiontype": rows(ImagePartitionType.self),
            "os": rows(OperatingSystem.self), "storagegroup": rows(StorageGroup.self),
            "storagenode": rows(StorageNode.self), "multicastsession": rows(MulticastSession.self),
            "scheduledtask": rows(ScheduledTask.self), "inventory": rows(Inventory.self),
            "macaddressassociation": rows(MACAssociation.self), "powermanagement": rows(PowerManagement.self),
            "printer": rows(Printer.self), "module": rows(Module.self), "service": rows(Setting.self),
            "snapinjob": rows(SnapinJob.self), "snapintask": rows(SnapinTask.self),
            "imaginglog": rows(ImagingRecord.self), "usertracking": rows(UserTracking.self),
            "pxemenuoptions": rows(PXEMenuEntry.self), "keysequence": rows(KeySequence.self),
        ]
    }()

    private func rows<Owner: WireEntity>(_ type: Owner.Type, _ server: FogServer) async throws -> [Row] {
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

    private func records(_ server: FogServer) async throws -> [Row] {
        if isRead { return try await server.records(of: className).list().map(Row.init) }
        _ = try await server.send(request)
        let raw = RawRequest(method: recording.request.method, path: recording.request.path)
        guard case .data(.map(let members)) = try await server.raw(raw).body else { return [] }
        return [Row(Record(className, members))]
    }

    private var request: FogRequest {
        isRead
            ? .list(className)
            : .change(.init(recording.request.method) ?? .post, recording.request.path, .null, subject: recording.name)
    }
}

extension Replay.Row {
    init<Owner: Entity>(_ entity: Owner) {
        id = entity.id.number
        name = (entity as? any NamedEntity)?.name ?? ""
        let json = (try? JSONEncoder().encode(entity)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        shown = "\(String(reflecting: entity)) \(entity.label) \(json)"
    }

    init(_ record: Record) {
        id = record.id ?? 0
        name = record["name"]?.text ?? ""
        let json = (try? JSONEncoder().encode(record)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        shown = "\(String(reflecting: record)) \(record) \(record.label) \(json)"
    }
}
