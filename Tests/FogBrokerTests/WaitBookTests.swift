import FogBroker
import FogModel
import FogTime
import Testing

@Suite struct WaitBookTests {
    static let imaging: Set<TaskTypeID> = [id(1)]

    static func at(_ seconds: Int) -> SessionInstant { SessionInstant(elapsed: .seconds(seconds)) }

    static func task(_ number: Int, _ state: TaskState, percent: Int = 0) -> FogTask {
        var task = FogTask(id: id(number))
        task.stateID = state.rawValue
        task.percent = percent
        task.typeID = id(1)
        task.hostID = id(100 + number)
        return task
    }

    static func look(_ book: WaitBook, active: [FogTask], ended: [FogTask] = []) -> Look {
        .answered(Look.Sight(active: active, ended: ended, question: book.question, imaging: imaging))
    }

    static let silence = Look.refused(FogError(.unavailable, "cannot be reached"))

    @Test func `Holds nothing against a host while the server does not answer`() throws {
        var book = WaitBook(at: .start)
        let number = book.wait(for: [.task(id(7))], WaitOptions(unavailable: 100_000), at: .start)
        let still = [Self.task(7, .inProgress, percent: 42)]
        _ = book.on(Self.look(book, active: still), at: Self.at(0))
        _ = book.on(Self.look(book, active: still), at: Self.at(300))

        _ = book.on(Self.silence, at: Self.at(310))
        _ = book.on(Self.silence, at: Self.at(320))
        let back = book.on(Self.look(book, active: still), at: Self.at(5_000))
        let before = book.on(Self.look(book, active: still), at: Self.at(5_299))
        let after = book.on(Self.look(book, active: still), at: Self.at(5_300))

        #expect(back.results.isEmpty && before.results.isEmpty)
        #expect(back.events.first == .serverBack(.init(duration: 4_690)))
        #expect(after.results.map(\.number) == [number])
        #expect(try after.results.first?.result.get().verdicts.map(\.outcome) == [.stalled])
    }

    @Test func `Gives up on a server after the time that each caller gave it`() throws {
        var book = WaitBook(at: .start)
        let short = book.wait(for: [.task(id(7))], WaitOptions(unavailable: 60), at: .start)
        let long = book.wait(for: [.task(id(7))], WaitOptions(unavailable: 600), at: .start)

        let first = book.on(Self.silence, at: Self.at(10))
        let second = book.on(Self.silence, at: Self.at(70))
        let third = book.on(Self.silence, at: Self.at(610))

        #expect(first.results.isEmpty)
        #expect(first.events.isEmpty)
        #expect(second.results.map(\.number) == [short])
        #expect(second.events == [.serverUnavailable(.init(message: "cannot be reached"))])
        #expect(third.events.isEmpty)
        #expect(third.results.map(\.number) == [long])
        let error = #expect(throws: FogError.self) { try third.results.first?.result.get().verdicts }
        #expect(error?.code == .unavailable)
        #expect(error?.message == "the server has not answered for 10 minutes: cannot be reached")
    }

    @Test func `Makes no fuss about a single lost answer`() {
        var book = WaitBook(at: .start)
        _ = book.wait(for: [.task(id(7))], WaitOptions(interval: 60), at: .start)

        let lost = book.on(Self.silence, at: Self.at(0))
        let again = book.nextLook(at: Self.at(0))
        let back = book.on(Self.look(book, active: [Self.task(7, .queued)]), at: Self.at(10))

        #expect(lost.events.isEmpty)
        #expect(again == Self.at(10))
        #expect(back.events.count == 1)
    }

    @Test func `Counts a server's silence from the beginning of the wait`() {
        var book = WaitBook(at: .start)
        _ = book.wait(for: [.task(id(7))], WaitOptions(unavailable: 60), at: .start)
        _ = book.on(Self.silence, at: Self.at(0))
        _ = book.on(Self.silence, at: Self.at(60))

        _ = book.wait(for: [.task(id(7))], WaitOptions(unavailable: 60), at: Self.at(3_000))

        let early = book.on(Self.silence, at: Self.at(3_010))
        let late = book.on(Self.silence, at: Self.at(3_060))

        #expect(early.results.isEmpty)
        #expect(late.results.count == 1)
    }

    @Test func `Ends every wait at once where no waiting would help`() {
        var book = WaitBook(at: .start)
        _ = book.wait(for: [.task(id(7))], WaitOptions(), at: .start)

        let reaction = book.on(.refused(FogError(.auth, "refused the api token")), at: Self.at(0))

        #expect(throws: FogError.self) { try reaction.results.first?.result.get().verdicts }
    }

    @Test func `Waits with the queue while another host images`() throws {
        var book = WaitBook(at: .start)
        _ = book.wait(for: [.task(id(7))], WaitOptions(), at: .start)
        for minute in 0..<60 {
            let active = [Self.task(7, .checkedIn), Self.task(3, .inProgress, percent: minute)]
            let reaction = book.on(Self.look(book, active: active), at: Self.at(minute * 60))
            try #require(reaction.results.isEmpty)
        }

        let stuck = [Self.task(7, .checkedIn), Self.task(3, .inProgress, percent: 59)]
        let before = book.on(Self.look(book, active: stuck), at: Self.at(59 * 60 + 599))
        let after = book.on(Self.look(book, active: stuck), at: Self.at(59 * 60 + 600))

        #expect(before.results.isEmpty)
        #expect(try after.results.first?.result.get().verdicts.map(\.outcome) == [.stalled])
    }

    @Test func `Tells progress only where it has changed, with the place in the queue`() {
        var book = WaitBook(at: .start)
        _ = book.wait(for: [.task(id(7)), .task(id(8))], WaitOptions(), at: .start)
        var first = Self.task(8, .checkedIn)
        first.checkInTime = 1
        var second = Self.task(7, .checkedIn)
        second.checkInTime = 2
        let active = [second, first, Self.task(9, .inProgress, percent: 3)]

        let told = book.on(Self.look(book, active: active), at: Self.at(0)).events
        let again = book.on(Self.look(book, active: active), at: Self.at(10)).events

        #expect(told == [.taskProgress(TaskProgress(second, queue: 2)), .taskProgress(TaskProgress(first, queue: 1))])
        #expect(again.isEmpty)
    }

    @Test func `Gives verdicts in the order asked for, to each who waits`() throws {
        var book = WaitBook(at: .start)
        let one = book.wait(for: [.task(id(8)), .task(id(7)), .task(id(8))], WaitOptions(), at: .start)
        let other = book.wait(for: [.task(id(7))], WaitOptions(), at: .start)

        let half = book.on(
            Self.look(book, active: [Self.task(8, .queued)], ended: [Self.task(7, .complete)]),
            at: .start
        )
        let whole = book.on(Self.look(book, active: [], ended: [Self.task(8, .cancelled)]), at: Self.at(10))

        #expect(half.results.map(\.number) == [other])
        #expect(whole.results.map(\.number) == [one])
        #expect(try whole.results.first?.result.get().verdicts.map(\.task?.number) == [8, 7, 8])
        #expect(try whole.results.first?.result.get().verdicts.map(\.outcome) == [.cancelled, .done, .cancelled])
        let verdicts = (half.events + whole.events).filter { if case .verdict = $0 { true } else { false } }
        #expect(verdicts.count == 2)
    }

    @Test func `Does not judge a task that came while the server was asked`() {
        var book = WaitBook(at: .start)
        _ = book.wait(for: [.task(id(7))], WaitOptions(), at: .start)
        let look = Self.look(book, active: [Self.task(7, .queued)])

        _ = book.wait(for: [.task(id(8))], WaitOptions(), at: .start)
        let reaction = book.on(look, at: .start)

        #expect(reaction.results.isEmpty)
    }

    @Test func `Looks at the shortest interval asked for, and at deadlines`() {
        var book = WaitBook(at: .start)
        #expect(book.nextLook(at: .start) == nil)

        _ = book.wait(for: [.task(id(7))], WaitOptions(interval: 30), at: .start)
        #expect(book.nextLook(at: .start) == .start)
        _ = book.on(Self.look(book, active: [Self.task(7, .queued)]), at: .start)
        #expect(book.nextLook(at: .start) == Self.at(30))

        let hasty = book.wait(for: [.task(id(7))], WaitOptions(interval: 5), at: .start)
        #expect(book.nextLook(at: .start) == Self.at(5))
        _ = book.wait(for: [.task(id(7))], WaitOptions(timeout: 3), at: .start)
        #expect(book.nextLook(at: .start) == Self.at(3))

        book.leave(hasty)
        _ = book.on(Self.look(book, active: [Self.task(7, .queued)]), at: Self.at(3))
        #expect(book.nextLook(at: Self.at(3)) == Self.at(33))
    }

    @Test func `Remembers between two waits when a task last moved`() throws {
        var book = WaitBook(at: .start)
        book.noteCreated(Self.task(7, .queued), at: .start)

        _ = book.wait(for: [.task(id(7))], WaitOptions(), at: Self.at(7_200))
        let reaction = book.on(Self.look(book, active: [Self.task(7, .queued)]), at: Self.at(7_200))

        let verdict = try #require(try reaction.results.first?.result.get().verdicts.first)
        #expect(verdict.outcome == .neverCheckedIn)
        #expect(verdict.evidence == "not seen since the task was created 2 hours ago")
    }
}
