import LuaKit

/// One run of a workload.
struct WorkloadRun {
    private struct Failure: Error, CustomStringConvertible {
        let object: Tracker.Object
        var description: String { "failure with a description that is too long to be kept in place" }
    }

    let script: String
    private let tracker = Tracker()

    init(script: String) {
        self.script = script
    }

    func outcome(_ failing: AllocationFailure, nudges: Bool) -> Workload.Outcome {
        var allocations = 0
        var message = ""
        var turns = 0
        do throws(LuaError) {
            let machine = try LuaMachine(limits: LuaLimits(), failing: failing)
            defer {
                allocations = machine.allocations
                machine.close()
            }
            try bind(machine)
            if nudges { tracker.nudge(machine.stop) }
            turns = try drive(machine)
        } catch {
            message = error.description
        }
        return Workload.Outcome(
            isFinished: message.isEmpty,
            message: message,
            turns: turns,
            allocations: allocations,
            counts: tracker.current
        )
    }

    /// Runs the script to its end, and then a call that fails; answers how often it gave way.
    private func drive(_ machine: LuaMachine) throws(LuaError) -> Int {
        let environment = try machine.makeEnvironment(strict: true)
        let turns = try finish(
            machine,
            machine.start(machine.load(script, name: "workload.lua", environment: environment))
        )
        do {
            let failing = try machine.load("s.fail()", name: "failing.lua", environment: environment)
            _ = try finish(machine, machine.start(failing))
        } catch {
            guard let object = error.value?.object(as: Tracker.Object.self) else { throw error }
            precondition(object.number > 0)
        }
        return turns
    }

    private func finish(_ machine: LuaMachine, _ coroutine: LuaCoroutine) throws(LuaError) -> Int {
        var turns = 0
        var step = machine.step(coroutine)
        while true {
            switch step {
            case .finished: return turns
            case .failed(let error): throw error
            case .preempted:
                turns += 1
                step = machine.step(coroutine)
            case .waiting(let token):
                let length = token as? Int ?? 0
                step =
                    length == 13
                    ? machine.resume(coroutine, throwing: Failure(object: tracker.make()))
                    : machine.resume(coroutine, returning: [LuaValue(String(repeating: "w", count: length))])
            }
        }
    }

    private func bind(_ machine: LuaMachine) throws(LuaError) {
        let tracker = tracker
        machine.errorValue = { error, _ in (error as? Failure).map { .object($0.object) } }
        var type = objectType()
        let written = try machine.load("return function(self) return self.number + 1 end", name: "method")
        if let method = try machine.call(written, tables: .references).first?.reference {
            type.scripted = [("after", method)]
        }
        type.called = [
            ("waited", LuaFunction("tracked.waited", waits: true, raw: { _ in tracker.frame { .suspend(for: 7) } })),
            ("fails", LuaFunction("tracked.fails", raw: { _ in tracker.frame { .suspend(for: 13) } })),
            ("other", LuaFunction("tracked.other", raw: { _ in tracker.frame { .value(.object(tracker.make())) } })),
        ]
        try machine.declare(type)
        try machine.declare(Kept.type)
        let captured = tracker.make()
        for function in functions(captured) { try machine.setGlobal(function) }
        try machine.setGlobal("s.constants", ["list": [1, 2.5, true, "text"], "object": .object(tracker.make())])
        try machine.freezeGlobal("s")
        try machine.sealLibraries { _, name, members in "did you mean a hint for \(name), one of \(members.count)?" }
    }

    private func objectType() -> LuaObjectType<Tracker.Object> {
        let tracker = tracker
        return LuaObjectType(
            "Tracked",
            fields: [
                .init("number") { .integer($0.number) },
                .init("name") { object in
                    tracker.frame { LuaValue("a name that is longer than 15 bytes, \(object.number)") }
                },
            ],
            methods: [
                ("twin", LuaFunction("tracked:twin", raw: { _ in tracker.frame { .value(.object(tracker.make())) } }))
            ],
            charge: { _ in 64 },
            text: { "Tracked \($0.number)" }
        )
    }

    private func functions(_ captured: Tracker.Object) -> [LuaFunction] {
        let tracker = tracker
        return [
            LuaFunction("s.text") { (count: Int) in
                tracker.frame { withExtendedLifetime(captured) { String(repeating: "x", count: count) } }
            },
            LuaFunction("s.list", raw: { _ in .value(LuaValue((0..<30).map { LuaValue("element number \($0)") })) }),
            LuaFunction("s.fail") { () throws -> Int in try tracker.frame { throw Failure(object: tracker.make()) } },
            LuaFunction("s.refuse") { () throws -> Int in throw LuaError(.script, "refused, and for a reason") },
            LuaFunction(
                "s.objects",
                raw: { _ in
                    tracker.frame { .values([.object(tracker.make()), "between", .object(tracker.make())]) }
                }
            ),
            LuaFunction(
                "s.copy",
                raw: { arguments in
                    try tracker.frame { .values(try arguments.values()) }
                }
            ),
            LuaFunction("s.kept", raw: { .value(.object(Kept($0.integer(at: 1) ?? 0))) }),
            LuaFunction("s.each", raw: { arguments in try tracker.frame { try each(arguments) } }),
            LuaFunction("s.wait", waits: true, raw: { arguments in .suspend(for: arguments.integer(at: 1)) }),
        ]
    }

    /// Lua calls Swift, which calls Lua, which may call Swift and fail.
    private func each(_ arguments: borrowing LuaArguments) throws -> LuaReply {
        let mine = tracker.make()
        let function = try arguments.reference(at: 1)
        for index in 1...3 {
            _ = try arguments.machine.call(function, [.integer(index), LuaValue("argument \(index)"), .object(mine)])
        }
        return .value(3)
    }
}
