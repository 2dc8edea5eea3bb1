/// Things that will happen, in order of time; at the same time in order of entry.
struct Agenda: Sendable {
    enum Event: Sendable {
        /// Host reaches the network boot.
        case boot(host: Int, life: Int)
        /// Host's system runs.
        case running(host: Int, life: Int)
        /// Host's imaging system asks the server for its turn.
        case checkIn(host: Int, task: Int, life: Int)
        /// Host's imaging system reports, or finishes.
        case report(host: Int, task: Int, life: Int)
        /// Running host finishes a snapin.
        case snapin(host: Int, snapinTask: Int, life: Int)
        /// Request sees what tasks there are.
        case look(request: Int)
        /// Request takes effect and is answered.
        case answer(request: Int)
        /// Row of the scheduler is due.
        case scheduled(ScheduledRow, due: Duration)
        /// Running host does what power management wants at once.
        case power(row: Int, host: Int, life: Int)
        /// Multicast session no longer waits for hosts.
        case multicast(session: Int)
        /// Somebody cancels the host's tasks.
        case cancel(host: String)
        /// Somebody has a host imaged.
        case deploy(host: String)
    }

    private struct Entry: Sendable {
        let time: Duration
        let order: Int
        let event: Event

        func precedes(_ other: Entry) -> Bool { time == other.time ? order < other.order : time < other.time }
    }

    /// Binary heap, earliest first.
    private var heap: [Entry] = []
    private var count = 0

    /// Time of the first event, `nil` where there is none.
    var next: Duration? { heap.first?.time }

    mutating func add(_ event: Event, at time: Duration) {
        heap.append(Entry(time: time, order: count, event: event))
        count += 1
        var child = heap.count - 1
        while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes the first event that is due at `time`, `nil` where none is.
    mutating func pop(until time: Duration) -> (time: Duration, event: Event)? {
        guard let first = heap.first, first.time <= time else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (first.time, first.event)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
            guard let least = children.min(by: { heap[$0].precedes(heap[$1]) }), heap[least].precedes(heap[parent])
            else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
