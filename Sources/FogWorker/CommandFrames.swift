import FogModel
import FogSession

/// Writes commands for a worker.
enum CommandFrames {
    /// Writes commands; those that are too long for one message go in several.
    ///
    /// An answer that is too long by itself becomes an error that says so.
    ///
    /// - Returns: nil for a script or parameters that are too long.
    static func frames(of commands: [SessionCommand]) -> [UInt8]? {
        if let bytes = try? MessageCoding.encode(commands), let frames = try? Frames.frames(of: bytes) { return frames }
        if commands.count > 1 {
            let half = commands.count / 2
            guard let first = frames(of: Array(commands[..<half])), let second = frames(of: Array(commands[half...]))
            else { return nil }
            return first + second
        }
        guard case .answer(let number, .success)? = commands.first else { return nil }
        let error = FogError(
            .limit,
            "the answer is too long for a script",
            hint: "ask for fewer rows at once, as by a selector"
        )
        return frames(of: [.answer(number, .failure(error))])
    }
}
