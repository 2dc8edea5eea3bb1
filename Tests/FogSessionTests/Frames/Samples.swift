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
        .init(.mac("0011")), .init(.id(id(7))),
    ])
    static let values: [String: FieldValue] = [
        "none": .none, "integer": .integer(.min), "text": .text(""), "flag": .flag(true), "texts": .texts(["a", "b"]),
    ]
    static let confirmation = Confirmation(question: "Image 20 hosts?", hostCount: 20)

    static let operations: [FogOperation] =
        [
            .serverInfo, .listHosts(nil), .listHosts(selector), .findHost(.id(host.id)), .findHost(.name("pc-1")),
            .createHost(
                HostDraft(
                    name: "pc-1",
                    macs: [address],
                    changes: HostChanges(image: .name("x"), values: values)
                )
            ),
            .updateHost(host.id, HostChanges(image: .id(image.id), values: [:])), .listImages,
            .findImage(.name("Windows 11")),
            .createImage(ImageDraft(name: "new", values: values)), .listGroups, .findGroup(.name("Lab A")),
            .listMembers(group.id), .listTaskTypes,
            .listTasks(TaskQuery(activeOnly: false, ids: [task.id], hosts: [host.id])),
            .createTask(host.id, .id(taskType.id), TaskOptions(name: "n", wake: true)), .cancelTask(task.id),
            .createTask(
                host.id,
                .name(.allSnapins),
                TaskOptions(snapins: .all, stopsAtFailedSnapin: true, replace: true)
            ),
            .createTask(host.id, .name(.singleSnapin), TaskOptions(snapins: .one(id(7)))),
            .createTask(host.id, .name(.passwordReset), TaskOptions(account: "Administrator")),
            .createTask(host.id, .name(.multicast), TaskOptions(session: "room 3")),
            .wait([task.id], WaitOptions(timeout: 5)), .sleep(0.25), .now, .confirm(confirmation),
        ] + TaskTypeName.allCases.map { .createTask(host.id, .name($0), TaskOptions()) }

    static let answers: [Answer] =
        [
            .done, .server(ServerInfo(url: "http://fog", version: "1.5", typing: .numbers, zone: "UTC")),
            .server(ServerInfo(url: "http://fog", version: "1.5", typing: .strings, zone: "Europe/Berlin")),
            .hosts([host, host]), .hosts([]), .images([image]), .groups([group]), .taskTypes([taskType]),
            .tasks([task]),
            .time(.pi), .time(-0.0), .agreed(false),
        ]
        + Verdict.Outcome.allCases.map { outcome in
            .verdicts([
                Verdict(
                    task: task.id,
                    host: host.id,
                    hostname: "pc",
                    outcome: outcome,
                    evidence: "e",
                    seconds: 1,
                    percent: 2
                ),
                Verdict(
                    task: task.id,
                    host: nil,
                    hostname: nil,
                    outcome: outcome,
                    evidence: "",
                    seconds: 0,
                    percent: 0
                ),
            ])
        }

    static let errors: [FogError] = FogError.Code.allCases.map { code in
        FogError(code, "no host \"x\"", operation: "findHost", status: 404, hint: "look", cause: "cause")
    }

    static let scriptValues: [ScriptValue] = [
        .none, .boolean(true), .integer(.max), .integer(-1), .number(1e300), .string("a\0b\u{1B}[31m"),
        .list([.none, .list([])]),
        .map(["k": .map(["k": .string("é")])]),
    ]

    static let failures: [ScriptFailure] = ScriptFailure.Kind.allCases.map { kind in
        ScriptFailure(kind, "m", error: errors[0], source: "a.lua", line: 3, traceback: "t")
    }

    static let description = WorkflowDescription(
        summary: "s",
        details: "d",
        parameters: ParameterDescription.Kind.allCases.map { kind in
            ParameterDescription(
                name: "p",
                kind: kind,
                isRequired: true,
                fallback: .integer(3),
                minimum: 1,
                maximum: 9.5,
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
        + answers.enumerated().map { .answer($0 + 2, .success($1)) }
        + errors.enumerated().map { .answer($0 + 100, .failure($1)) }

    static let events: [SessionEvent] =
        [.described(nil), .described(description), .idle(answersSeen: 7)]
        + failures.flatMap { [.notDescribed($0), .failed($0)] }
        + operations.enumerated().map { .operation($0 + 1, $1) }
        + SessionOutput.Channel.allCases.map { .output(SessionOutput($0, "text")) }
        + scriptValues.map { .finished($0) }
}
