internal import CConfine

/// Wakes a thread that waits for a channel.
final class Alarm: Sendable {
    /// What has happened.
    struct Readiness: OptionSet {
        let rawValue: Int32

        static let readable = Readiness(rawValue: Int32(CONFINE_READABLE))
        static let writable = Readiness(rawValue: Int32(CONFINE_WRITABLE))
        static let rung = Readiness(rawValue: Int32(CONFINE_RUNG))
    }

    private let descriptor = confine_alarm()

    deinit {
        confine_close(descriptor)
    }

    /// Wakes the thread, now or when it next waits.
    func ring() { confine_ring(descriptor) }

    /// Waits until a channel can be read or written as asked, somebody rings, or so many milliseconds are over.
    ///
    /// - Returns: what happened; nothing for the time, nil for a channel that cannot be waited for.
    func wait(for channel: Channel, reads: Bool, writes: Bool, milliseconds: Int) -> Readiness? {
        let result = confine_wait(
            channel.descriptor,
            descriptor,
            reads ? 1 : 0,
            writes ? 1 : 0,
            Int32(clamping: milliseconds)
        )
        return result < 0 ? nil : Readiness(rawValue: result)
    }
}
