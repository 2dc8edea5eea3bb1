import FogAPI
import FogModel
import FogREPL
import Synchronization

/// Names of a server's rows for completion: asked for at the first need, and again behind the prompt when they are old.
final class NameCache: Sendable {
    private struct Entry {
        var names: NameList
        var since: ContinuousClock.Instant
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var asked: [String: Task<NameList?, Never>] = [:]
    }

    /// Age from which names are asked for anew.
    private static let freshness = Duration.seconds(60)
    /// Longest time that the first need waits.
    private static let patience = Duration.milliseconds(1_500)

    private let server: FogServer
    private let clock = ContinuousClock()
    private let state = Mutex(State())

    init(_ server: FogServer) {
        self.server = server
    }

    /// Gives the names of all rows of a class; nil where the server does not tell them in time.
    func names(of className: String) async -> NameList? {
        let kept = state.withLock { $0.entries[className] }
        if let kept {
            if kept.since.duration(to: clock.now) > Self.freshness { _ = ask(className) }
            return kept.names
        }
        let asked = ask(className)
        return await withTaskGroup(of: NameList?.self) { group in
            group.addTask { await asked.value }
            group.addTask { [clock] in
                _ = try? await clock.sleep(for: Self.patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func ask(_ className: String) -> Task<NameList?, Never> {
        state.withLock { state in
            if let task = state.asked[className] { return task }
            let task = Task { [server] in
                let names = (try? await server.names(of: className)).map { NameList(Array($0.values)) }
                self.take(names, of: className)
                return names
            }
            state.asked[className] = task
            return task
        }
    }

    private func take(_ names: NameList?, of className: String) {
        state.withLock { state in
            state.asked[className] = nil
            if let names { state.entries[className] = Entry(names: names, since: clock.now) }
        }
    }
}
