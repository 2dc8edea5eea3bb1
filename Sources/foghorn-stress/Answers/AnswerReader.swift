import FogAPI
import FogModel
import HTTPTypes

/// One of the ways in which FogAPI reads an answer.
struct AnswerReader: Sendable {
    /// Name for people; a class's name where it reads rows of that class.
    let name: String
    /// Reads an answer; throws what FogAPI throws.
    let read: @Sendable (TransportAnswer) async throws -> AnswerYield

    /// All ways.
    static let all: [AnswerReader] = typed + others + parts

    /// Ways by the class whose answers fit.
    static let byClass: [String: [AnswerReader]] = Dictionary(grouping: typed, by: \.name)

    private static let typed: [AnswerReader] =
        rows(Host.self) + rows(Image.self) + rows(Group.self) + rows(FogTask.self) + rows(TaskType.self)

    /// Reads a list of rows, and one row.
    private static func rows<Owner: WireEntity>(_ type: Owner.Type) -> [AnswerReader] {
        [
            AnswerReader(name: type.className) { answer in
                AnswerYield(try await FogServer.getting(answer).rows(type))
            },
            AnswerReader(name: type.className) { answer in
                guard let id = Identifier<Owner>(1) else { return AnswerYield() }
                return AnswerYield([try await FogServer.getting(answer).row(id)])
            },
        ]
    }

    private static let others: [AnswerReader] = [
        AnswerReader(name: "association") { answer in
            let rows = try await FogServer.getting(answer).associations("groupassociation", ["id", "hostID"])
            return AnswerYield(values: rows.count)
        },
        AnswerReader(name: "probe") { answer in
            let info = try await FogServer.getting(answer, knowsZone: false).info()
            return AnswerYield(values: 1, textBytes: info.zone.utf8.count)
        },
        AnswerReader(name: "login") { answer in
            _ = try await FogServer.getting(answer).checkIn()
            return AnswerYield()
        },
        AnswerReader(name: "change") { answer in
            let request = FogRequest.change(.post, "/fog/host/1/task", .null, subject: "host 1")
            return AnswerYield(textBytes: try await FogServer.getting(answer).send(request).count)
        },
    ]
}
