/// Cuts messages into frames.
///
/// A frame is a header of four bytes and up to ``FrameLimits/frame`` bytes of a message. The header is a number, its
/// highest byte first: the length of what follows, and in the highest bit whether the message goes on in the next frame. A
/// frame that is not the last of its message is full.
package enum Frames {
    /// Bit of a header that tells that the message goes on.
    static let continuation: UInt32 = 1 << 31

    /// Cuts one message.
    ///
    /// - Returns: frames one after another, at least one.
    /// - Throws: ``FrameError`` with `tooLong`.
    package static func frames(
        of message: [UInt8],
        limits: FrameLimits = FrameLimits()
    ) throws(FrameError) -> [UInt8] {
        guard message.count <= limits.message else {
            throw FrameError(.tooLong, "message of \(message.count) bytes, allowed are \(limits.message)")
        }
        var frames: [UInt8] = []
        frames.reserveCapacity(message.count + 4 * (message.count / limits.frame + 1))
        var rest = message[...]
        repeat {
            let part = rest.prefix(limits.frame)
            rest = rest.dropFirst(part.count)
            let header = UInt32(part.count) | (rest.isEmpty ? 0 : continuation)
            for shift in [24, 16, 8, 0] { frames.append(UInt8(truncatingIfNeeded: header >> UInt32(shift))) }
            frames.append(contentsOf: part)
        } while !rest.isEmpty
        return frames
    }
}
