import CFuzzer
import Glibc
import Synchronization

/// Gives inputs of libFuzzer's to a target; without libFuzzer replays its corpus.
enum Fuzzing {
    /// Reader of the target that is being fuzzed; libFuzzer's function cannot have a context.
    private static let reader = Mutex<Reader?>(nil)

    /// A function in a type of its own: a mutex wraps a bare one once more each time that it is read, until an input
    /// spends nearly all its time in the wrapping.
    private struct Reader {
        let read: @Sendable ([UInt8]) -> String?
    }

    /// Runs one target.
    ///
    /// - Parameters:
    ///   - target: what gets the inputs.
    ///   - arguments: libFuzzer's own, as in `-max_total_time=60 FOLDER`.
    /// - Returns: whether all was well.
    static func run(_ target: FuzzTarget, _ arguments: [String]) -> Bool {
        reader.withLock { $0 = Reader(read: target.reader()) }
        // libFuzzer starts itself again by its name, in a shell.
        let name = CommandLine.arguments.prefix(1) + ["fuzz", target.rawValue]
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([name.joined(separator: " ")] + arguments)
            .map { unsafe strdup($0) }
        // SAFETY: the words end with a null and live as long as the process, and the bytes as long as the call.
        unsafe words.append(nil)
        let code = unsafe fuzzer_run(Int32(words.count - 1), &words) { bytes, size in
            unsafe Fuzzing.take(Array(UnsafeBufferPointer(start: bytes, count: size)))
            return 0
        }
        return code == Int32(FUZZER_MISSING) ? replay(target) : code == 0
    }

    private static func take(_ input: [UInt8]) {
        let reader = reader.withLock { $0 }
        guard let complaint = reader?.read(input) else { return }
        // libFuzzer keeps the input of a process that aborts; an optimised trap would not say why.
        print(complaint)
        fflush(nil)
        abort()
    }

    /// Gives a target each input of its corpus.
    static func replay(_ target: FuzzTarget) -> Bool {
        let read = target.reader()
        do {
            let corpus = try target.corpus()
            let complaints = corpus.compactMap { input in read(input.bytes).map { "\(target)/\(input.name): \($0)" } }
            print("\(target): \(corpus.count) inputs")
            for complaint in complaints { print(complaint) }
            return complaints.isEmpty
        } catch {
            print("the corpus of \(target) cannot be read: \(error)")
            return false
        }
    }
}
