import FogModel
import FogOperations
import FogSession

/// Messages that together hold every case of every enum which a message can hold.
enum Samples {
    static func id<Row>(_ number: Int) -> Identifier<Row> {
        guard let id = Identifier<Row>(number) else { preconditionFailure("\(number) names no row") }
        return id
    }
    static let address: MACAddress = {
        guard let address = MACAddress("001122334455") else { preconditionFailure("no address") }
        return address
    }()
    static let host: Host = {
        var host = Host(id: id(12))
        host.name = "lab-a-12"
        host.description = "Fensterplatz, ☃"
        host.imageID = ImageID(3)
        host.imagename = "Windows 11"
        host.macs = ["00:11:22:33:44:55", "00:11:22:33:44:56"]
        host.primac = "00:11:22:33:44:55"
        host.deployed = 1_800_000_000
        host.pending = true
        host.pingstatuscode = -1
        return host
    }()
    static let image: Image = {
        var image = Image(id: id(3))
        image.name = "Windows 11"
        image.isEnabled = true
        return image
    }()
    static let group: Group = {
        var group = Group(id: id(1))
        group.name = "Lab A"
        group.hostcount = 20
        return group
    }()
    static let taskType: TaskType = {
        var type = TaskType(id: id(1))
        type.name = "Deploy"
        type.kernelArgs = "type=down"
        return type
    }()
    static let task: FogTask = {
        var task = FogTask(id: id(99))
        task.name = "Deploy"
        task.hostID = HostID(12)
        task.percent = 42
        task.stateID = 3
        return task
    }()
    static let selector = Selector([
        .init(.name(Glob("lab-*"))), .init(.group(Glob("Lab A"))), .init(.image(Glob("Win*")), isExcluded: true),
        .init(.mac("0011")), .init(.id(id(7)...id(9))), .init(.neverImaged), .init(.state(.checkedIn)),
    ])
    static let values: [String: FieldValue] = [
        "none": .none, "integer": .integer(.min), "text": .text(""), "flag": .flag(true), "texts": .texts(["a", "b"]),
    ]
    static let data: [String: DataValue] = [
        "null": .null, "bool": .bool(true), "integer": .integer(1), "number": .number(0.5), "text": .text("t"),
        "list": .list([.secret]), "map": .map([.init("a", .null)]),
    ]
    static let confirmation = Confirmation(question: "Image 20 hosts?", hostCount: 20)

    static let operations: [FogOperation] =
        [
            .server(.info), .hosts(.list(nil)), .hosts(.list(selector)), .hosts(.list(selector, allowsUnknown: true)),
            .rows(.find(.host, .id(12))),
            .rows(.find(.host, .name("pc-1"))),
            .hosts(
                .create(
                    HostDraft(
                        name: "pc-1",
                        macs: [address],
                        changes: HostChanges(image: .name("x"), values: values)
                    )
                )
            ),
            .hosts(.update(host.id, HostChanges(image: .id(image.id), values: [:]))), .rows(.list(.image, [:])),
            .rows(.find(.image, .name("Windows 11"))),
            .rows(.create(.image, values)), .rows(.update(.snapin, 3, values)), .rows(.delete(.printer, 4)),
            .rows(.setSecret(.host, 12, field: "ADPass", SealedText("hidden"))),
            .rows(.setSecret(.setting, 1, field: "value", nil)), .rows(.list(.group, [:])),
            .rows(.find(.group, .name("Lab A"))),
            .links(.list(.groupHosts, of: 1)), .links(.add(.hostSnapins, [1, 2], to: 12)),
            .links(.remove(.hostModules, [3], from: 12)), .rows(.list(.taskType, [:])),
            .tasks(.list(TaskQuery(activeOnly: false, ids: [task.id], hosts: [host.id]))),
            .tasks(.create(host.id, .id(taskType.id), TaskOptions(name: "n", wake: true))), .tasks(.cancel(task.id)),
            .tasks(
                .create(
                    host.id,
                    .name(.allSnapins),
                    TaskOptions(snapins: .all, stopsAtFailedSnapin: true, replace: true, image: image.id)
                )
            ),
            .tasks(.create(host.id, .name(.singleSnapin), TaskOptions(snapins: .one(id(7))))),
            .tasks(.create(host.id, .name(.passwordReset), TaskOptions(account: "Administrator"))),
            .tasks(.create(host.id, .name(.multicast), TaskOptions(session: "room 3"))),
            .tasks(.wait([.task(task.id), .snapins(id(2), [id(3)])], WaitOptions(timeout: 5))), .session(.sleep(0.25)),
            .session(.now),
            .session(.confirm(confirmation)),
            .session(
                .restrict(
                    PermissionSet(
                        allow: [Grant(.task(.name(.deploy)), hosts: selector), Grant(.allWrites)],
                        deny: [Grant(.allDeletes)],
                        hosts: selector,
                        maxHosts: 3
                    )
                )
            ), .session(.permitted(Grant(.cancel), host.id)),
            .session(.announce(Grant(.task(.name(.deploy))), [host.id])),
            .session(.open(server: "site-b")), .server(.supports(.paging)), .server(.plugins), .hosts(.groups(host.id)),
            .server(.zoneOffset(at: -1)),
            .hosts(.defaultPrinter(host.id)),
            .hosts(.setDefaultPrinter(host.id, nil)), .macs(.pending), .macs(.list(host.id)),
            .macs(.add(address, host.id)),
            .macs(.remove(address, host.id)), .macs(.setPrimary(address, host.id)),
            .macs(.ignore(address, host.id, byClient: true, byImaging: nil)), .macs(.approve(id(4))),
            .macs(.deny(id(5))),
            .records(.list(className: "history", ["name": .text("x")])), .records(.get(className: "oui", 7)),
            .records(.search(className: "history", "x")), .records(.create(className: "x", data)),
            .records(.update(className: "x", 1, data)), .records(.delete(className: "x", 1)),
            .records(.send(method: "GET", path: "host/1", query: "", body: .map([.init("id", .integer(1))]))),
            .tasks(.multicast([host.id], image: image.id, TaskOptions(name: "room"))),
            .tasks(
                .schedule(ScheduleDraft(target: .group(group.id), type: .name(.deploy), time: .once(1_800_000_000)))
            ),
            .tasks(.unschedule(id(3))), .tasks(.cancelAll(of: host.id)), .tasks(.cancelSnapinJob(id(2))),
            .tasks(.cancelSession(id(9))), .tasks(.joined(id(9))), .tasks(.explain(host.id)),
        ] + TaskTypeName.allCases.map { .tasks(.create(host.id, .name($0), TaskOptions())) }

    static let answers: [Answer] =
        [
            .done, .server(ServerInfo(url: "http://fog", version: "1.5", typing: .numbers, zone: "UTC")),
            .server(ServerInfo(url: "http://fog", version: "1.5", typing: .strings, zone: "Europe/Berlin")),
            .rows([host, host]), .rows([Host]()), .rows([image]), .rows([group]), .rows([taskType]), .rows([task]),
            .plugins([Plugin()]), .numbers([3, 4]), .records([Record("history", [.init("id", .integer(7))])]),
            .raw(RawReply(status: 200, body: nil)), .created(CreatedTask(work: .task(task), replaced: [task])),
            .created(CreatedTask(work: .nothing)),
            .created(
                CreatedTask(work: .snapins(SnapinWork(job: id(1), parts: [.init(id: id(2), snapin: id(3))], task: nil)))
            ),
            .multicast(
                MulticastWork(
                    sessions: [],
                    hosts: [HostResult(host: host.id, outcome: .failed(FogError(.conflict, "c")))]
                )
            ),
            .reason(WaitReason(.inQueue, "waits", task: task.id, place: 1, used: 10, slots: 10)), .time(.pi),
            .time(-0.0), .flag(false), .permission(refusal: "no"), .zone(ZoneSpan(offset: -3_600, end: 5)),
        ]
        + Verdict.Outcome.allCases.map { outcome in
            .verdicts(
                [
                    Verdict(
                        target: .task(task.id),
                        host: host.id,
                        hostname: "pc",
                        outcome: outcome,
                        evidence: "e",
                        seconds: 1,
                        percent: 2
                    ),
                    Verdict(
                        target: .task(task.id),
                        host: nil,
                        hostname: nil,
                        outcome: outcome,
                        evidence: "",
                        seconds: 0,
                        percent: 0
                    ),
                    Verdict(
                        target: .snapins(id(3), [id(4)]),
                        host: host.id,
                        hostname: nil,
                        outcome: outcome,
                        evidence: "",
                        seconds: 0,
                        percent: 0,
                        snapins: [.init(id: id(4), name: "Office", state: "complete", exitCode: 1603, details: nil)]
                    ),
                ],
                progress: [TaskProgress(task, queue: 2, session: nil)]
            )
        }

    static let errors: [FogError] = FogError.Code.allCases.map { code in
        FogError(code, "no host \"x\"", operation: "findHost", status: 404, hint: "look", cause: "cause")
    }

    static let scriptValues: [ScriptValue] = [
        .none, .boolean(true), .integer(.max), .integer(-1), .number(1e300), .string("a\0b\u{1B}[31m"),
        .secret(SealedText("s3cret")),
        .list([.none, .list([])]),
        .map(["k": .map(["k": .string("é")])]),
    ]

    static let failures: [ScriptFailure] = ScriptFailure.Kind.allCases.map { kind in
        ScriptFailure(kind, "m", error: errors[0], source: "a.lua", line: 3, traceback: "t")
    }

    static let description = WorkflowDescription(
        summary: "s",
        details: "d",
        parameters: ParameterKind.allCases.map { kind in
            ParameterDescription(
                name: "p",
                kind: kind,
                isList: kind == .file,
                isRequired: true,
                fallback: .integer(3),
                minimum: 1,
                maximum: 9.5,
                length: 1...64,
                pattern: "%d+",
                choices: ["a"],
                help: "h"
            )
        },
        permissions: ["read"]
    )
    static let source = ScriptSource(name: "a.lua", text: "print(1)")

    static let commands: [SessionCommand] =
        [.describe(source), .cancel, .answer(1, .failure(errors[0]))]
        + scriptValues.map { .run(source, SessionSettings(arguments: ["v": $0], seed: .max)) }
        + promptCommands.map { .prompt($0) } + [.open(SessionSettings(seed: 3))]
        + answers.enumerated().map { .answer($0 + 2, .success($1)) }
        + errors.enumerated().map { .answer($0 + 100, .failure($1)) }

    static let events: [SessionEvent] =
        [.described(nil), .described(description), .idle(answersSeen: 7)]
        + failures.flatMap { [.notDescribed($0), .failed($0)] }
        + operations.enumerated().map {
            .operation(
                FogCall(
                    number: $0 + 1,
                    server: $0 % 2 == 0 ? nil : "site-b",
                    handle: $0 % 3 == 0 ? nil : $0,
                    place: $0 % 5 == 0 ? nil : "lab.lua:12",
                    operation: $1
                )
            )
        }
        + SessionOutput.Channel.allCases.map { .output(SessionOutput($0, "text")) }
        + scriptValues.map { .finished($0) }
        + [.artifact(Artifact(name: "report.csv", text: "a\r\n"))] + promptEvents.map { .prompt($0) }
}
