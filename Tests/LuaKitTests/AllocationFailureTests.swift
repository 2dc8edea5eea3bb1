import LuaKit
import Testing
import foghorn_stress

@Suite struct AllocationFailureTests {
    @Test(arguments: Workload.all)
    func `Comes to its end where no memory is missing`(_ workload: Workload) {
        let outcome = workload.run()

        #expect(outcome.isFinished && outcome.isClean, "\(outcome.message)")
    }

    @Test(arguments: ["string", "table", "coroutine"])
    func `Has each function of the libraries that are ours`(_ library: String) throws {
        let machine = try LuaMachine()
        let listing = "local t = '' for name in pairs(\(library)) do t = t .. ' ' .. name end return t"
        let names = try machine.run(listing).first?.string?.split(separator: " ")
        let scripts = Workload.all.map(\.script).joined()

        for name in try #require(names) {
            #expect(scripts.contains("\(library).\(name)") || scripts.contains(":\(name)("), "\(library).\(name)")
        }
    }

    @Test func `Gives way wherever a bound function was called`() throws {
        for workload in Workload.all {
            let outcome = workload.run(nudges: true)
            #expect(outcome.isFinished && outcome.isClean, "\(workload.name): \(outcome.message)")
        }
        #expect(try #require(Workload.all.first).run(nudges: true).turns > 30)
    }

    @Test(arguments: Workload.all, AllocationFailure.Mode.allCases)
    func `Releases everything wherever memory runs out`(_ workload: Workload, _ mode: AllocationFailure.Mode) throws {
        let whole = workload.run()

        for point in stride(from: 1 + Int(mode.rawValue), to: whole.allocations, by: 29) {
            let outcome = workload.run(AllocationFailure(at: point, mode: mode))
            #expect(outcome.isClean, "\(point): \(outcome.counts)")
            #expect(outcome.isFinished || mode != .once || outcome.message.contains("not enough memory"))
        }
    }
}
