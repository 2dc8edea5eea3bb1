import LuaKit

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Parks coroutines, all at once, and prints what they take; answers whether that is below 64 MiB for 10,000.
package func waitingStress(count: Int) -> Bool {
    do {
        let before = residentBytes()
        let machine = try LuaMachine(limits: LuaLimits(memory: 0))
        try machine.setGlobal(LuaFunction("wait", waits: true, raw: { _ in .suspend }))
        let function = try machine.load("local n = ... return n + wait()", name: "wait.lua")
        let coroutines = try (0..<count).map { try machine.start(function, [.integer($0)]) }
        for coroutine in coroutines { _ = machine.step(coroutine) }
        let resident = residentBytes() - before
        let used = machine.memoryUsed
        let isFinished = coroutines.enumerated().allSatisfy { index, coroutine in
            guard case .finished(let values) = machine.resume(coroutine, returning: [1]) else { return false }
            return values == [.integer(index + 1)]
        }
        print(
            "\(count) coroutines waiting: \(used) bytes of the machine, \(resident) resident; all finished: \(isFinished)"
        )
        return isFinished && resident < 64 << 20
    } catch {
        print(error)
        return false
    }
}

/// Resident memory of the process in bytes.
private func residentBytes() -> Int {
    let text = try? String(contentsOf: URL(filePath: "/proc/self/statm"), encoding: .utf8)
    let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096
}
