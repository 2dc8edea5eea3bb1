import FogBroker
import FogModel
import FogTime
import Testing

@Suite struct ScaleTests {
    static func completed(_ task: FogTask) -> FogTask {
        var task = task
        task.stateID = TaskState.complete.rawValue
        return task
    }

    @Test func `Tells the progress of a thousand tasks at each look, and ends their waits together`() {
        var book = WaitBook(at: .start)
        var tasks = (1...1_000).map { WaitBookTests.task($0, .inProgress) }
        for task in tasks {
            book.noteCreated(task, at: .start)
            _ = book.wait(for: [.task(task.id)], WaitOptions(), at: .start)
        }

        for percent in 1...5 {
            for place in tasks.indices { tasks[place].percent = percent }
            let reaction = book.on(WaitBookTests.look(book, active: tasks), at: WaitBookTests.at(percent * 10))
            #expect(reaction.events.count == 1_000)
        }
        let end = book.on(
            WaitBookTests.look(book, active: [], ended: tasks.map(Self.completed)),
            at: WaitBookTests.at(60)
        )

        #expect(end.results.map(\.number) == Array(1...1_000))
        #expect(book.nextLook(at: WaitBookTests.at(60)) == nil)
    }
}
