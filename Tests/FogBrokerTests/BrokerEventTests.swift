import FogBroker
import FogModel
import Foundation
import Testing

@Suite struct BrokerEventTests {
    static let task: FogTask = {
        var task = FogTask(id: id(7))
        task.hostID = id(12)
        task.hostname = "pc-012"
        task.stateID = 3
        task.percent = 42
        task.bpm = "1.53GB/min"
        task.timeRemaining = "00:04:20"
        return task
    }()

    static let lines: [(kind: BrokerEvent.Kind, json: String)] = [
        (
            .operationBegun(.init(operation: "createTask", number: 3, hosts: [id(12)])),
            #"{"at":1.5,"event":"operation_begun","hosts":[12],"number":3,"operation":"createTask","time":100}"#
        ),
        (
            .operationEnded(.init(operation: "now", number: 4, result: "ok", message: nil, duration: 0.25)),
            #"{"at":1.5,"duration":0.25,"event":"operation_ended","number":4,"operation":"now","result":"ok","time":100}"#
        ),
        (
            .taskCreated(StartedTask(task: id(7), host: id(12), hostname: "pc-012", type: "deploy")),
            #"{"at":1.5,"event":"task_created","host":12,"hostname":"pc-012","task":7,"time":100,"type":"deploy"}"#
        ),
        (
            .taskProgress(TaskProgress(task, queue: nil)),
            #"{"at":1.5,"event":"task_progress","host":12,"hostname":"pc-012","percent":42,"rate":"1.53GB/min","#
                + #""state":"in progress","task":7,"time":100,"time_left":"00:04:20"}"#
        ),
        (
            .verdict(
                Verdict(
                    target: .task(id(7)),
                    host: id(12),
                    hostname: "pc-012",
                    outcome: .neverCheckedIn,
                    evidence: "e",
                    seconds: 900,
                    percent: 0
                )
            ),
            #"{"at":1.5,"event":"verdict","evidence":"e","host":12,"hostname":"pc-012","outcome":"never_checked_in","#
                + #""percent":0,"seconds":900,"task":7,"time":100}"#
        ),
        (
            .serverUnavailable(.init(message: "m")),
            #"{"at":1.5,"event":"server_unavailable","message":"m","time":100}"#
        ),
        (.serverBack(.init(duration: 300)), #"{"at":1.5,"duration":300,"event":"server_back","time":100}"#),
    ]

    @Test func `Keeps its names in JSON, and reads them again`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

        for (kind, json) in Self.lines {
            let event = BrokerEvent(seconds: 1.5, time: 100, kind: kind)
            let data = try encoder.encode(event)

            #expect(String(decoding: data, as: UTF8.self) == json)
            #expect(try JSONDecoder().decode(BrokerEvent.self, from: data) == event)
        }
    }
}
