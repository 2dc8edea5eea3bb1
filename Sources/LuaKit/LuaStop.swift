internal import CLuaShim
import Synchronization

/// Stops a machine, or makes it give way, from any thread and at any time.
///
/// A stop cannot be caught by a script. It holds until ``LuaMachine/clearStop()``.
public final class LuaStop: Sendable {
    // SAFETY: the address of the machine, or 0 once it is closed. `LuaMachine` clears it before it closes, under the same
    // lock that a request holds, so that no request reaches a machine that is gone.
    private let address: Mutex<UInt>

    init(_ machine: OpaquePointer) {
        address = Mutex(UInt(bitPattern: machine))
    }

    /// Ends what runs, and what would run next, with an error of kind `cancelled`.
    public func cancel() {
        request(FOGLUA_STOP_CANCELLED)
    }

    /// Ends what runs, and what would run next, with an error of kind `deadline`.
    public func deadline() {
        request(FOGLUA_STOP_DEADLINE)
    }

    /// Makes what runs return ``LuaStep/preempted`` soon; nothing happens while nothing runs.
    public func giveWay() {
        request(FOGLUA_GIVE_WAY)
    }

    func detach() {
        address.withLock { $0 = 0 }
    }

    private func request<Reason: BinaryInteger>(_ reason: Reason) {
        address.withLock { address in
            guard let machine = unsafe OpaquePointer(bitPattern: address) else { return }
            unsafe foglua_request(machine, Int32(truncatingIfNeeded: reason))
        }
    }
}
