import FogSession
import FogWorker
import Foundation
import TestSupport
import Testing
import foghorn_stress

/// Workers that say what none would say.
@Suite struct LyingWorkerTests {
    /// Lies, and what the broker says of each.
    private static let lies: [(lie: String, words: String)] = [
        ("announces a frame of two gigabytes", "frame of 2147483647 bytes"),
        ("never ends a message", "message of more than"),
        ("sends frames that add nothing", "not the last of its message and not full"),
        ("speaks another version", "message of version 9, understood is 1"),
        ("speaks HTTP", "frame of 1195725856 bytes"),
        ("sends bytes of chance", "broke the protocol"),
        ("opens lists without end", "values lie more than 128 levels within each other"),
        ("sends another kind of message", "a map was expected"),
        ("greets twice", "it greets twice"),
        ("does not greet", "it does not greet"),
        ("stands without walls", "it runs without no_new_privs"),
        ("describes what nobody asked for", "it says what it was not asked for"),
        ("skips an operation", "operation 2 comes after 0"),
        ("asks under number zero", "operation 0 comes after 0"),
        ("has seen answers that nobody sent", "it has seen 1 answers of 0"),
        ("has seen fewer answers than none", "it has seen -1 answers of 0"),
        ("asks without end", "it asks too much at once"),
        ("prints without end", "it says more than 256 MiB at once"),
        ("leaves", "ended by itself with code 0"),
        ("closes its socket", "the script's process was killed"),
        ("says nothing", "gave no answer any more"),
    ]

    @Test(arguments: lies) func `Kills a worker that lies, and says what was wrong`(
        lie: String,
        words: String
    ) async throws {
        let rig = Rig(
            ["foghorn-probe", "lie", lie],
            patience: WorkerPatience(tick: 20, wall: 0, grace: lie == "says nothing" ? 1 : 30)
        )

        let failure = await rig.failing("print('up')").value

        #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
        #expect(await rig.link.receive() == nil)
        #expect(rig.link.workerNumber == nil)
        #expect(try await Rig().run("return 1") == .integer(1))
    }

    @Test func `Takes nothing from a worker that goes on after the end`() async throws {
        let rig = Rig(["foghorn-probe", "lie", "goes on after the end"])

        let failure = await rig.failing("print('up')").value

        #expect(failure?.kind == .script || failure?.kind == .crashed)
    }

    @Test func `Takes or refuses twenty thousand damaged frames, and grows little`() async {
        await #expect(processExitsWith: .success) {
            var stress = try FrameStress(seed: 7)
            let memory = PeakMemory()
            stress.run(20_000)

            #expect(stress.complaints == [])
            let all: Set = ["taken", "out of order", "tooDeep", "truncated", "malformed", "unknown"]
            #expect(Set(stress.outcomes.keys).isSuperset(of: all))
            #expect(memory?.growth() ?? 0 <= FrameStress.mostGrowth)
        }
    }
}
