import FogTime
import Glibc
import LuaKit
import Synchronization
import TestSupport
import Testing

/// The attacks in one machine of this process, with nothing else between them and it.
@Suite(.serialized) struct AttackTests {
    private static let memory = 64 << 20

    /// How one attack ended.
    struct End: Sendable {
        var outcome: Attack.Outcome
        var message: String
        /// Seconds of the processor's time.
        var seconds: Double
        /// Bytes at most.
        var memory: Int
    }

    @Test func `Are many, each with a name of its own`() throws {
        let attacks = try Attack.all()
        #expect(attacks.count >= 180)
        #expect(Set(attacks.map(\.name)).count == attacks.count)
        #expect(attacks.allSatisfy { !$0.allowed.isEmpty })
    }

    @Test func `End as they may, in time and in memory, and leave the next script alone`() async throws {
        let executor = DedicatedThreadExecutor(name: "attacks", stackSize: 16 << 20)
        defer { executor.stop() }
        for attack in try Attack.all() {
            // Where time is not what ends it, a slow machine must not.
            let limit = attack.allowed.contains(.timeStop) ? 0.25 : 20
            let end = try await Self.onThread(of: executor) { try Self.run(attack.script, limit: limit) }
            let honest = try await Self.onThread(of: executor) { try Self.run("return h.add(1, 2)", limit: 20) }

            #expect(attack.allowed.contains(end.outcome), "\(attack): \(end)")
            #expect(end.seconds <= limit * 2, "\(attack): \(end)")
            #expect(end.memory <= Self.memory / 10 * (attack.doubles == true ? 21 : 12), "\(attack): \(end)")
            #expect(honest.outcome == .finishes, "\(attack): \(honest)")
        }
    }

    private static func onThread(
        of executor: DedicatedThreadExecutor,
        _ work: @escaping @Sendable () throws -> End
    ) async throws -> End {
        try await Task(executorPreference: executor) { try work() }.value
    }

    static func run(_ script: String, limit: Double) throws -> End {
        let machine = try LuaMachine(limits: LuaLimits(memory: memory))
        let stop = machine.stop
        // The processor's time of this thread, by real time as long as nobody else wants it; the tests' own bound is on
        // the processor's.
        let ticker = Ticker(name: "attack", every: limit) { stop.deadline() }
        defer { ticker.end() }
        try AttackTable.install(in: machine)
        let start = processorSeconds()
        ticker.start()
        let (outcome, message): (Attack.Outcome, String)
        do {
            try machine.run(script)
            (outcome, message) = (.finishes, "")
        } catch let error as LuaError {
            message = String(error.message.prefix(200))
            outcome =
                switch error.kind {
                case .deadline: .timeStop
                case .memory: .memoryStop
                default: .error
                }
        }
        return End(
            outcome: outcome,
            message: message,
            seconds: processorSeconds() - start,
            memory: machine.memoryPeak
        )
    }

    private static func processorSeconds() -> Double {
        Double(threadNanoseconds()) / 1e9
    }
}

/// Nanoseconds of the processor's time that this thread has used.
private func threadNanoseconds() -> UInt64 {
    var time = timespec()
    // SAFETY: the call fills the structure in and keeps nothing.
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// What attacks may use beside Lua: functions of Swift that take, give, make and wait.
enum AttackTable {
    static func install(in machine: LuaMachine) throws {
        try machine.declare(LuaObjectType<AttackObject>("Object", fields: []))
        try machine.setGlobal(LuaFunction("h.add") { (one: Int, other: Int) in one &+ other })
        try machine.setGlobal(LuaFunction("h.len") { (text: String) in text.utf8.count })
        try machine.setGlobal(LuaFunction("h.obj", raw: { _ in .value(.object(AttackObject())) }))
        try machine.setGlobal(LuaFunction("h.get", waits: true, raw: { .suspend(for: $0.string(at: 1)) }))
        try machine.setGlobal(LuaFunction("print", raw: { _ in .nothing }))
    }
}

final class AttackObject: Sendable {}
