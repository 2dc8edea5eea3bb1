/// Puts messages together from bytes as they come in, in pieces of any size.
///
/// It never holds more than one message, and takes no memory for bytes that have only been announced.
package struct FrameReader: Sendable {
    private let limits: FrameLimits
    private var header: [UInt8] = []
    private var message: [UInt8] = []
    /// Bytes of the present frame that are still to come; nil between two frames.
    private var missing: Int?
    private var goesOn = false
    private var failure: FrameError?

    /// Makes a reader that stands before the first frame.
    package init(limits: FrameLimits = FrameLimits()) {
        self.limits = limits
    }

    /// Whether all bytes so far belong to whole messages.
    package var isBetweenMessages: Bool { header.isEmpty && missing == nil && !goesOn }

    /// Takes the next bytes.
    ///
    /// - Returns: messages that are whole now, in order.
    /// - Throws: ``FrameError`` with `tooLong` or `malformed`; each later call throws the same.
    package mutating func read(_ bytes: ArraySlice<UInt8>) throws(FrameError) -> [[UInt8]] {
        if let failure { throw failure }
        do throws(FrameError) {
            return try take(bytes)
        } catch {
            failure = error
            message = []
            throw error
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) throws(FrameError) -> [[UInt8]] {
        var bytes = bytes
        var messages: [[UInt8]] = []
        while true {
            guard let missing else {
                guard let byte = bytes.popFirst() else { return messages }
                header.append(byte)
                if header.count == 4 { try begin() }
                continue
            }
            let part = bytes.prefix(missing)
            bytes = bytes.dropFirst(part.count)
            message.append(contentsOf: part)
            self.missing = missing - part.count
            guard part.count == missing else { return messages }
            self.missing = nil
            if !goesOn {
                messages.append(message)
                message = []
            }
        }
    }

    /// Reads the header of a frame.
    private mutating func begin() throws(FrameError) {
        let number = header.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        header.removeAll(keepingCapacity: true)
        goesOn = number & Frames.continuation != 0
        let length = Int(number & ~Frames.continuation)
        guard length <= limits.frame else {
            throw FrameError(.tooLong, "frame of \(length) bytes, allowed are \(limits.frame)")
        }
        // Else frames without end could come that add nothing.
        guard !goesOn || length == limits.frame else {
            throw FrameError(.malformed, "frame of \(length) bytes that is not the last of its message and not full")
        }
        guard length <= limits.message - message.count else {
            throw FrameError(
                .tooLong,
                "message of more than \(message.count + length) bytes, allowed are \(limits.message)"
            )
        }
        missing = length
    }
}
