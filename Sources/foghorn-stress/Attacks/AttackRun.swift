import FogTime
import LuaKit
package import TestSupport

/// One attack in a machine of this process, with nothing else between them and it.
package struct AttackRun: Sendable {
    /// Bytes that the machine may hold.
    package static let memory = 64 << 20

    /// How it ended.
    package let outcome: Attack.Outcome
    /// Words of an error; empty where it finished.
    package let message: String
    /// Seconds of the processor's time that it took.
    package let seconds: Double
    /// Bytes that the machine held at most.
    package let memory: Int

    /// Seconds that an attack may compute: where time is not what ends it, a slow machine must not.
    package static func limit(_ attack: Attack) -> Double { attack.allowed.contains(.timeStop) ? 0.25 : 20 }

    /// Runs an attack to its end, on the calling thread, whose stack has to hold 8 MiB or more.
    ///
    /// - Parameters:
    ///   - script: Lua.
    ///   - limit: seconds after which it is stopped.
    /// - Throws: where the machine could not be made.
    package init(_ script: String, limit: Double) throws {
        let machine = try LuaMachine(limits: LuaLimits(memory: Self.memory))
        let stop = machine.stop
        // By real time, which is the processor's as long as nobody else wants it; what is judged is the processor's.
        let ticker = Ticker(name: "attack", every: limit) { stop.deadline() }
        defer { ticker.end() }
        try AttackTable.install(in: machine)
        let start = ProcessorTime.ofThread
        ticker.start()
        let outcome: Attack.Outcome
        var message = ""
        do throws(LuaError) {
            try Self.finish(script, in: machine)
            outcome = .finishes
        } catch {
            message = String(error.message.prefix(200))
            outcome =
                switch error.kind {
                case .deadline: .timeStop
                case .memory: .memoryStop
                default: .error
                }
        }
        seconds = ProcessorTime.ofThread - start
        memory = machine.memoryPeak
        self.outcome = outcome
        self.message = message
    }

    /// Runs a script to its end; what it waits for is given back.
    private static func finish(_ script: String, in machine: LuaMachine) throws(LuaError) {
        let coroutine = try machine.start(machine.load(script, name: "attack.lua"))
        var step = machine.step(coroutine)
        while true {
            switch step {
            case .finished: return
            case .failed(let error): throw error
            case .preempted: step = machine.step(coroutine)
            case .waiting(let token): step = machine.resume(coroutine, returning: [LuaValue(token as? String ?? "")])
            }
        }
    }

    /// Says what is wrong with this end of an attack.
    ///
    /// - Parameters:
    ///   - attack: attack that was run.
    ///   - slowness: how much longer than on its own the script may have taken.
    /// - Returns: one line; nil where nothing is wrong.
    package func complaint(_ attack: Attack, slowness: Double = 1) -> String? {
        let most = Self.memory / 10 * (attack.doubles == true ? 21 : 12)
        let isTimely = seconds <= Self.limit(attack) * 2 * slowness
        if attack.allowed.contains(outcome), isTimely, memory <= most { return nil }
        return "\(attack) ends with \(outcome.rawValue) after \(seconds) s and \(memory) bytes: \(message)"
    }
}

/// What attacks may use beside Lua: functions of Swift that take, give, make and wait.
private enum AttackTable {
    static func install(in machine: LuaMachine) throws {
        try machine.declare(LuaObjectType<AttackObject>("Object", fields: []))
        try machine.setGlobal(LuaFunction("h.add") { (one: Int, other: Int) in one &+ other })
        try machine.setGlobal(LuaFunction("h.len") { (text: String) in text.utf8.count })
        try machine.setGlobal(LuaFunction("h.obj", raw: { _ in .value(.object(AttackObject())) }))
        try machine.setGlobal(LuaFunction("h.get", waits: true, raw: { .suspend(for: $0.string(at: 1)) }))
        try machine.setGlobal(LuaFunction("print", raw: { _ in .nothing }))
    }
}

private final class AttackObject: Sendable {}
