import FogModel
import FogOperations
import FogSession
import FogTime
import FogWorker
import Foundation
import TestSupport
import Testing

/// The attacks in a worker's process, as scripts run.
@Suite(.serialized) struct WorkerAttackTests {
    private static let memory = 64 << 20
    /// Seconds that pass on a busy machine between two looks at what a script has used.
    private static let look = 0.5
    /// What the C library holds beside the script's own memory: whole pages, and a few bytes for each piece.
    private static let slack = 4 << 20

    @Test func `End as they may, in time and in memory, and leave the broker alone`() async throws {
        let idle = try await Self.run("return 1", seconds: 20)
        for attack in try Attack.all() {
            // Where time is not what ends it, a slow machine must not.
            let limit = attack.allowed.contains(.timeStop) ? 1 : 20
            let end = try await Self.run(attack.script, seconds: limit)
            let honest = try await Self.run("return h.get(h.add(1, 2)) + h.len('a') + #h.obj().name", seconds: 20)

            #expect(end.isSafe || end.outcome.map(attack.allowed.contains) == true, "\(attack): \(end)")
            // What starting takes is none of the script's.
            let most = attack.doubles == true ? 2.1 : 1.2
            #expect(end.seconds - idle.seconds <= Double(limit * 2) + Self.look, "\(attack): \(end)")
            #expect(
                Double(end.memory - idle.memory - Self.slack) <= Double(Self.memory) * most,
                "\(attack): \(end), idle \(idle)"
            )
            #expect(honest.outcome == .finishes, "\(attack): \(honest)")
        }
    }

    /// How one attack ended.
    struct End: Sendable {
        /// nil where the worker is no more.
        var outcome: Attack.Outcome?
        /// Whether a wall that LuaKit alone does not have has ended it: another limit of a run's, or the names of globals.
        var isSafe: Bool
        var message: String
        /// Seconds of the processor's time that the worker has used.
        var seconds: Double
        /// Bytes that the worker has held at most.
        var memory: Int
    }

    /// What attacks use beside Lua, made of what every script has: functions that take, give, make and wait.
    private static let table = """
        local object = fog.host(1) \
        local h = { \
        add = function(one, other) assert(math.type(one + other) == 'integer') return one + other end, \
        len = function(text) assert(type(text) == 'string') return #text end, \
        obj = function() return object end, \
        get = function(value) require('flow').sleep(0) return value end, \
        }; 
        """

    private static func run(_ script: String, seconds: Int) async throws -> End {
        var limits = ScriptLimits()
        limits[.memory] = memory
        limits[.step] = seconds
        limits[.processor] = seconds
        let rig = Rig(handler: Hosts())
        let text = script.contains("h.") ? table + script : script
        let ended = await rig.failing(text, SessionSettings(limits: limits)).value
        let usage = try ProcessUsage(of: rig.link.workerNumber)
        return End(
            outcome: outcome(ended?.kind),
            isSafe: ended.map { $0.kind == .limit || $0.message.contains(" is not declared") } ?? false,
            message: String(ended?.message.prefix(200) ?? ""),
            seconds: usage?.seconds ?? 0,
            memory: usage?.memory ?? 0
        )
    }

    private static func outcome(_ kind: ScriptFailure.Kind?) -> Attack.Outcome? {
        switch kind {
        case nil: .finishes
        case .memory: .memoryStop
        case .deadline: .timeStop
        // Some row prints or starts too much: that limit is an end as by an error.
        case .script, .syntax, .usage, .limit: .error
        case .cancelled, .crashed: nil
        }
    }
}

/// Gives host 1, and sleeps.
private struct Hosts: OperationHandler {
    func answer(_ call: FogCall) async throws -> Answer {
        if case .session = call.operation { return .done }
        guard let id = HostID(1) else { return .done }
        var host = Host(id: id)
        host.name = "pc-001"
        return .rows([host])
    }
}
