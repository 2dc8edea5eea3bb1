import CBenchPeer
import FogOperations
import FogSession
import FogTime
import FogWorker

/// An operation of a script in a worker's process and its answer, beside as many bytes sent to a process and back.
///
/// All on one processor: waking another that has gone to sleep takes more than all the rest, and which of the two needs it
/// is up to the scheduler.
let workerRoundTrip = Scenario(
    name: "worker.roundtrip",
    peer: "64 bytes to a forked process and back over a socket pair",
    mostAbovePeer: .microseconds(30)
) {
    let count = 2000
    bench_pin()
    defer { bench_unpin() }
    let link = WorkerSession(path: Child.foghorn, arguments: ["foghorn", "worker", "256"])
    link.send([.run(ScriptSource(name: "bench.lua", text: "while true do fog.now() end"), SessionSettings())])
    // As the host of a run does it.
    let executor = DedicatedThreadExecutor(name: "host")
    link.lendHand(to: executor)
    return (
        ours: {
            try await withTaskExecutorPreference(executor) { try await answer(count, link) }
            return count
        },
        peers: {
            if !bench_peer_ping(Int32(count), 64) { throw BenchFailure(description: "the echo failed") }
            return count
        }
    )
}

/// Answers so many operations of a worker's.
@concurrent private func answer(_ count: Int, _ link: WorkerSession) async throws {
    var done = 0
    while done < count {
        guard let events = await link.receive() else { throw BenchFailure(description: "the worker is gone") }
        for event in events {
            switch event {
            case .operation(let call):
                link.send([.answer(call.number, .success(.time(0)))])
                done += 1
            case .failed(let failure): throw BenchFailure(description: failure.message)
            default: continue
            }
        }
    }
}
