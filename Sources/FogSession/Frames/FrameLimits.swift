/// What a message may cost, checked before anything is allocated for it.
package struct FrameLimits: Hashable, Sendable {
    /// Most bytes of one frame, without its header.
    package var frame: Int
    /// Most bytes of one message, over all its frames.
    package var message: Int
    /// Most levels of lists and maps within each other.
    package var depth: Int
    /// Most memory that a message may take once it is decoded, in bytes, by a rough count.
    ///
    /// A few bytes can name a row of several hundred: so each value is charged with ``valueCharge``, each list and map with
    /// ``containerCharge`` on top.
    package var memory: Int

    /// Bytes charged for each value.
    package static let valueCharge: Int = 48
    /// Bytes charged for each list and map; no less than the largest row takes.
    package static let containerCharge: Int = 512

    /// Makes limits.
    ///
    /// The defaults take a list of 50,000 hosts, and keep what a hostile message takes under about 256 MiB.
    package init(frame: Int = 1 << 20, message: Int = 64 << 20, depth: Int = 128, memory: Int = 256 << 20) {
        // A frame's length has 31 bits in the header, an offset within a message 32 in the tape.
        self.frame = min(max(1, frame), 1 << 30)
        self.message = min(max(1, message), 1 << 31)
        self.depth = depth
        self.memory = memory
    }
}
