import FogScript
import FogSession
import FogWorker

/// Where a script runs: in a worker's process, or for debugging in this one.
struct ScriptProcess {
    /// Way to the script's session.
    let link: any SessionLink
    private let inThisProcess: ThreadedSession?

    /// Starts it, so that it is ready by the time that the script has been read.
    ///
    /// - Parameters:
    ///   - memory: bytes that the script may hold.
    ///   - isInProcess: whether it runs in this process.
    init(memory: Int = SessionSettings().memoryLimit, isInProcess: Bool = false) {
        inThisProcess = isInProcess ? ThreadedSession() : nil
        link = inThisProcess ?? WorkerSession(arguments: WorkerArguments(memory: memory).words)
    }

    /// Ends it; a script that runs is killed.
    func close() {
        if let inThisProcess { inThisProcess.close() } else { link.kill() }
    }

    /// What is lost without a process of the script's own.
    static let warning = """
        foghorn: --in-process: the script runs beside the server's tokens, behind no wall of the system; a crash or a call \
        that hangs takes the whole run with it
        """
}

/// Words with which a worker is started: `foghorn worker MEBIBYTES`.
struct WorkerArguments {
    /// First word of a worker's command line.
    static let command = "worker"

    /// Words, the program's name first.
    let words: [String]
    /// Most that the process may use.
    let limits: Confinement.Limits

    /// Takes the memory that the script may hold, in bytes.
    init(memory: Int) {
        let mebibytes = memory >> 20
        words = ["foghorn", Self.command, "\(mebibytes)"]
        limits = Confinement.Limits(
            // Lua may need twice its limit for a moment, our own code and what it decodes 2 GiB of addresses.
            memory: (2 * mebibytes + 2048) << 20,
            processorSeconds: 7 * 86_400
        )
    }

    /// Reads a command line; nil for one that starts no worker.
    init?(_ commandLine: [String]) {
        guard commandLine.count == 3, commandLine[1] == Self.command, let mebibytes = Int(commandLine[2]),
            (1...1 << 20).contains(mebibytes)
        else { return nil }
        self.init(memory: mebibytes << 20)
    }
}
