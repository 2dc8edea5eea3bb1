import CBenchPeer
import FogOperations
import FogSession
import FogWorker

/// An operation of a script in a worker's process and its answer, beside as many bytes sent to a process and back.
let workerRoundTrip = Scenario(
    name: "worker.roundtrip",
    peer: "64 bytes to a forked process and back over a socket pair",
    mostAbovePeer: .microseconds(30)
) {
    let count = 2000
    let link = WorkerSession(path: Child.foghorn, arguments: ["foghorn", "worker", "256"])
    link.send([.run(ScriptSource(name: "bench.lua", text: "while true do fog.now() end"), SessionSettings())])
    return (
        ours: {
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
            return count
        },
        peers: {
            if !bench_peer_ping(Int32(count), 64) { throw BenchFailure(description: "the echo failed") }
            return count
        }
    )
}
