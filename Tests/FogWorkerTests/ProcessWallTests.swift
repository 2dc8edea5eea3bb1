import CProbe
import FogWorker
import Foundation
import Testing

/// The walls around a worker, tried by a program that does what an exploit would do.
@Suite struct ProcessWallTests {
    /// What came of an attempt.
    enum Outcome: Hashable {
        case worked
        case refused(Int32)
        case killed(Int32)
        case broken(Int32)
    }

    private static let attempts: [Int32] = Array(0..<probe_count())

    private static func name(_ attempt: Int32) -> String { unsafe String(cString: probe_name(attempt)) }

    /// Has the probe try something behind some walls, on a thread that may wait.
    private static func attempt(_ number: Int32, _ walls: ProcessWalls) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try outcome(number, walls) }) }
        }
    }

    private static func outcome(_ number: Int32, _ walls: ProcessWalls) throws -> Outcome {
        let worker = try WorkerProcess(Rig.probe, ["foghorn-probe", "\(walls.rawValue)", "\(number)"])
        defer { worker.socket.close() }
        var byte: [UInt8] = [0]
        let answer = worker.socket.read(into: &byte, waits: true)
        switch worker.wait() {
        case .signal(let signal): return .killed(signal)
        case .exit(0): return answer == .bytes(1) && byte[0] != 0 ? .refused(Int32(byte[0])) : .worked
        case .exit(let code): return .broken(code)
        }
    }

    private static func attempt(_ name: String, _ walls: ProcessWalls) async throws -> Outcome {
        try await attempt(try #require(attempts.first { Self.name($0) == name }), walls)
    }

    @Test(arguments: attempts) func `All walls together stop whatever is tried`(_ number: Int32) async throws {
        let outcome = try await Self.attempt(number, .all)

        switch outcome {
        case .refused, .killed(SIGSYS): break
        default: Issue.record("\(Self.name(number)): \(outcome)")
        }
    }

    /// Only root may do all of it without walls.
    @Test(.enabled(if: getuid() == 0))
    func `Without walls each attempt works, but for descriptors, of which there are none`() async throws {
        for number in Self.attempts where Self.name(number) != "read another descriptor" {
            #expect(try await Self.attempt(number, []) == .worked, "\(Self.name(number))")
        }
        #expect(try await Self.attempt("read another descriptor", []) == .refused(EBADF))
    }

    /// Landlock binds who has gained no privileges.
    @Test(arguments: [
        (ProcessWalls.files, "open a file", Outcome.refused(EACCES)),
        (.files, "list a folder", .refused(EACCES)),
        (.files, "read its parent's environment", .refused(EACCES)),
        (.files, "start a program", .refused(EACCES)),
        (.network, "connect", .refused(EACCES)),
        (.scope, "signal its parent", .refused(EPERM)),
        (.limits, "open a file", .refused(EMFILE)),
        (.limits, "make a TCP socket", .refused(EMFILE)),
        (.limits, "take much memory", .refused(ENOMEM)),
        (.calls, "open a file", .refused(EPERM)),
        (.calls, "fork", .killed(SIGSYS)),
        (.calls, "start a thread", .killed(SIGSYS)),
        (.calls, "trace its parent", .killed(SIGSYS)),
        (.calls, "make a TCP socket", .killed(SIGSYS)),
        (.calls, "map memory as code", .killed(SIGSYS)),
    ]) func `Each wall holds by itself`(_ wall: ProcessWalls, _ name: String, _ outcome: Outcome) async throws {
        guard ProcessWalls.available.contains(wall) else { return }

        #expect(try await Self.attempt(name, [.privileges, wall]) == outcome)
    }
}
