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

    private static let typed: [AnswerReader] = imaging + client + site

    private static let imaging: [AnswerReader] =
        rows(Host.self) + rows(Image.self) + rows(Group.self) + rows(FogTask.self) + rows(TaskType.self)
        + rows(ImageType.self) + rows(ImagePartitionType.self) + rows(OperatingSystem.self) + rows(TaskStateRow.self)
        + rows(MulticastSession.self) + rows(ImagingRecord.self)

    private static let client: [AnswerReader] =
        rows(Snapin.self) + rows(SnapinJob.self) + rows(SnapinTask.self) + rows(Printer.self) + rows(Module.self)
        + rows(PowerManagement.self) + rows(Inventory.self) + rows(MACAssociation.self) + rows(UserTracking.self)

    private static let site: [AnswerReader] =
        rows(StorageGroup.self) + rows(StorageNode.self) + rows(ScheduledTask.self) + rows(Setting.self)
        + rows(PXEMenuEntry.self) + rows(KeySequence.self) + rows(User.self) + rows(Role.self) + rows(Site.self)

    /// Reads a list of rows and one row, as either family of versions, and as rows without a type.
    private static func rows<Owner: WireEntity>(_ type: Owner.Type) -> [AnswerReader] {
        // The time zone is a setting, too.
        let knowsZone = type.className != Setting.className
        return [
            AnswerReader(name: type.className) { answer in
                AnswerYield(try await FogServer.getting(answer, knowsZone: knowsZone).rows(type))
            },
            AnswerReader(name: type.className) { answer in
                guard let id = Identifier<Owner>(1) else { return AnswerYield() }
                return AnswerYield([try await FogServer.getting(answer, knowsZone: knowsZone).row(id)])
            },
            AnswerReader(name: type.className) { answer in
                AnswerYield(try await FogServer.getting(answer, knowsZone: knowsZone, dialect: .six).rows(type))
            },
            AnswerReader(name: type.className) { answer in
                AnswerYield(
                    try await FogServer.getting(answer, knowsZone: knowsZone).records(of: type.className).list()
                )
            },
            AnswerReader(name: type.className) { answer in
                AnswerYield([
                    try await FogServer.getting(answer, knowsZone: knowsZone, dialect: .six).records(of: type.className)
                        .get(1)
                ])
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
        AnswerReader(name: "filter") { answer in
            AnswerYield(try await FogServer.getting(answer).rows(Host.self, filter: .anyOf("id", 1...40)))
        },
        AnswerReader(name: "stream") { answer in
            var yield = AnswerYield()
            for try await page in FogServer.getting(answer, dialect: .six).hostPages() {
                yield = AnswerYield(page)
            }
            return yield
        },
        AnswerReader(name: "raw") { answer in
            let answer = try await FogServer.getting(answer).raw(RawRequest(method: "GET", path: "host"))
            return AnswerYield(answer)
        },
        AnswerReader(name: "raw with secrets") { answer in
            let request = RawRequest(method: "PUT", path: "host/1", revealingSecrets: true)
            return AnswerYield(try await FogServer.getting(answer).raw(request))
        },
        AnswerReader(name: "cancel") { answer in
            // Looks the row up before it is called off.
            AnswerYield(try await FogServer.getting(answer).raw(RawRequest(method: "DELETE", path: "task/1/cancel")))
        },
        AnswerReader(name: "change") { answer in
            let request = FogRequest.change(.post, "/fog/host/1/task", .null, subject: "host 1")
            return AnswerYield(textBytes: try await FogServer.getting(answer).send(request).count)
        },
    ]
}
