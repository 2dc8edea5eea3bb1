// A worker that an exploit has taken over, for the tests of the process wall: `foghorn-probe WALLS NUMBER` puts those walls
// up, tries one thing and says over its socket what came of it: a byte 0 where it worked, else the error's number.
// `foghorn-probe worker` is a worker as in `foghorn`, `foghorn-probe lie NAME` one that says what none would say.

import CProbe
import FogWorker
import Glibc

if CommandLine.arguments.dropFirst().first == "worker" {
    WorkerProgram.run(Confinement.Limits(memory: 2 << 30, processorSeconds: 600))
}

if CommandLine.arguments.dropFirst().first == "lie" {
    Lies.tell(CommandLine.arguments.last ?? "")
}

let words = CommandLine.arguments.dropFirst().compactMap { Int32($0) }
guard words.count == 2 else { exit(2) }

do {
    let limits = Confinement.Limits(memory: 4 << 30, processorSeconds: 60)
    let walls = try Confinement.raise(ProcessWalls(rawValue: words[0]), limits: limits)
    try Confinement.seal(walls)
    let result = probe_try(words[1])
    _ = Channel.ofWorker.write([UInt8(truncatingIfNeeded: result)], waits: true)
} catch {
    exit(3)
}
exit(0)
