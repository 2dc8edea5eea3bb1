import Synchronization

/// A value that stays in Lua while Swift holds on to it: a function, a coroutine, a table.
///
/// May be dropped on any thread and at any time, also after the machine has gone; the machine releases the value when it
/// is next used.
public final class LuaReference: Sendable {
    /// Type of the value.
    public let type: LuaType
    let number: Int32
    let releases: ReleaseQueue

    init(_ number: Int32, type: LuaType, releases: ReleaseQueue) {
        self.number = number
        self.type = type
        self.releases = releases
    }

    deinit {
        releases.add(number)
    }
}

/// Numbers of references that were dropped while Lua may have been running.
final class ReleaseQueue: Sendable {
    private let numbers = Mutex<[Int32]>([])

    func add(_ number: Int32) {
        numbers.withLock { $0.append(number) }
    }

    func drain() -> [Int32] {
        numbers.withLock { numbers in
            if numbers.isEmpty { return [] }
            let drained = numbers
            numbers.removeAll(keepingCapacity: true)
            return drained
        }
    }
}
