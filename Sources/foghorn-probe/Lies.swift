import FogModel
import FogOperations
import FogSession
import FogWorker
import Glibc

/// What a worker that has been taken over may say to its broker.
enum Lies {
    /// Waits for the script, tells a lie and stays, as if all were well.
    static func tell(_ name: String) -> Never {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        _ = Channel.ofWorker.read(into: &buffer, waits: true)
        if name != "does not greet" { say(.hello(walls: name == "stands without walls" ? 0 : .max)) }
        switch name {
        case "announces a frame of two gigabytes": say([0x7F, 0xFF, 0xFF, 0xFF])
        case "never ends a message": while true { say([0x80, 0x10, 0, 0] + [UInt8](repeating: 0, count: 1 << 20)) }
        case "sends frames that add nothing": say([0x80, 0, 0, 0])
        case "speaks another version": say(framed([9, 0]))
        case "speaks HTTP": say(Array("GET / HTTP/1.1\r\n\r\n".utf8))
        case "sends bytes of chance": say(framed((0..<200).map { _ in .random(in: 0...255) }))
        case "opens lists without end": say(framed([1] + [UInt8](repeating: 0x81, count: 60_000) + [0]))
        case "sends another kind of message": say(framed((try? MessageCoding.encode([SessionCommand.cancel])) ?? []))
        case "greets twice": say(.hello(walls: .max))
        case "does not greet": say(.busy(place: nil))
        case "describes what nobody asked for": say([.described(nil)])
        case "skips an operation": say([.operation(FogCall(number: 2, operation: .session(.sleep(1))))])
        case "asks under number zero": say([.operation(FogCall(number: 0, operation: .session(.sleep(1))))])
        case "has seen answers that nobody sent": say([.idle(answersSeen: 1)])
        case "has seen fewer answers than none": say([.idle(answersSeen: -1)])
        case "goes on after the end": say([.failed(ScriptFailure(.script, "no")), .idle(answersSeen: 0)])
        case "asks without end":
            for first in stride(from: 1, through: .max, by: 4096) {
                say((first..<first + 4096).map { .operation(FogCall(number: $0, operation: .session(.sleep(1e9)))) })
            }
        case "prints without end":
            let line = SessionEvent.output(SessionOutput(.print, String(repeating: "x", count: 1 << 20)))
            while true { say([line]) }
        case "opens twice": say([.prompt(.opened), .prompt(.opened)])
        case "answers what nobody asked": say([.prompt(.told(1, .jobs([])))])
        case "evaluates what it was not given": say([.prompt(.evaluated(9, .incomplete))])
        case "begins twice": say([.prompt(.evaluated(1, .begun)), .prompt(.evaluated(1, .begun))])
        case "ends a job that does not run": say([.prompt(.ended(job: 1, nil))])
        case "prints for a job that does not run": say([.output(SessionOutput(.print, "x", job: 5))])
        case "asks for a job that does not run":
            say([.operation(FogCall(number: 1, job: 5, operation: .session(.sleep(1))))])
        case "says nothing": break
        case "leaves": exit(0)
        case "closes its socket": Channel.ofWorker.close()
        default: exit(1)
        }
        while true { pause() }
    }

    private static func say(_ bytes: [UInt8]) {
        guard case .bytes = Channel.ofWorker.write(bytes[...], waits: true) else { exit(0) }
    }

    private static func say(_ events: [SessionEvent]) { say(.events(events, place: nil)) }

    private static func say(_ message: WorkerMessage) {
        say(framed((try? MessageCoding.encode(message)) ?? []))
    }

    private static func framed(_ message: [UInt8]) -> [UInt8] { (try? Frames.frames(of: message)) ?? [] }
}
