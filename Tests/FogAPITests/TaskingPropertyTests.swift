import FogAPI
import FogModel
import FogSim
import Synchronization
import TestSupport
import Testing

@Suite struct TaskingPropertyTests {
    private static let seeds = 1...50
    private static let steps = 30

    @Test(arguments: FogSim.Dialect.allCases, seeds)
    func `Makes no second task, and touches no host and no task that was not named`(
        dialect: FogSim.Dialect,
        seed: Int
    ) async throws {
        var player = Player(site: Unlucky(dialect, seed: UInt64(seed)), dice: Dice(seed: UInt64(seed) &* 77))

        for step in 1...Self.steps {
            let move = player.draw(step)
            await player.play(move)
            // Sometimes it is quiet for a while.
            let pause = Int.random(in: 0...40, using: &player.dice)
            try await player.site.clock.sleep(for: .seconds(pause))
            try await player.site.transport.carryOutStragglers(until: player.site.clock.now.elapsed)
            player.check("\(dialect.rawValue), seed \(seed), step \(step): \(move)")
        }
        try await player.site.transport.carryOutStragglers(until: .seconds(100_000))
        player.check("\(dialect.rawValue), seed \(seed), at the end")
    }

    @Test(arguments: FogSim.Dialect.allCases, 1...5)
    func `Holds where operations are under way at once`(dialect: FogSim.Dialect, seed: Int) async throws {
        var player = Player(site: Unlucky(dialect, seed: UInt64(seed)), dice: Dice(seed: UInt64(seed) &* 99))

        for round in 1...8 {
            let moves = (0..<5).map { player.draw(round * 10 + $0) }
            for move in moves { player.note(move) }
            let (site, book) = (player.site, player.book)
            await withTaskGroup { group in
                for move in moves { group.addTask { await Player.carryOut(move, site, book) } }
            }
            try await player.site.clock.sleep(for: .seconds(15))
            try await player.site.transport.carryOutStragglers(until: player.site.clock.now.elapsed)
            player.check("\(dialect.rawValue), seed \(seed), round \(round): \(moves)")
        }
    }

    @Test(arguments: FogSim.Dialect.allCases, 1...10)
    func `Holds where many hosts are given their tasks at once`(dialect: FogSim.Dialect, seed: Int) async throws {
        var player = Player(site: Unlucky(dialect, seed: UInt64(seed)), dice: Dice(seed: UInt64(seed) &* 55))

        for round in 1...8 {
            // Each host twice, so that the second meets the first; some are changed at the same time.
            let moves = (0..<20).map { player.drawTask(host: $0 % 10 + 1, round * 100 + $0) }
            for move in moves { player.note(move) }
            let (site, book) = (player.site, player.book)
            await withTaskGroup { group in
                for move in moves { group.addTask { await Player.carryOut(move, site, book) } }
            }
            for task in site.tasks.filter(\.isActive) where Bool.random(using: &player.dice) { site.finish(task.id) }
            try await player.site.clock.sleep(for: .seconds(90))
            try await player.site.transport.carryOutStragglers(until: player.site.clock.now.elapsed)
            player.check("\(dialect.rawValue), seed \(seed), round \(round)")
        }
    }
}

/// What an operation is asked to do.
private enum Move: Sendable {
    case create(host: Int, TaskTypeName, TaskOptions, marker: Int)
    case multicast(hosts: [Int], replace: Bool, marker: Int)
    case all(hosts: [Int], TaskTypeName, markers: Int)
    case cancel(CancelTarget)
    case cancelHost(Int)
    case schedule(host: Int, number: Int)
    case unschedule(Int)
    case rename(host: Int, number: Int)
    case assign(host: Int, image: Int)
    case finish
}

/// Draws operations, has them carried out, and looks at what they did.
private struct Player {
    /// What was named so far.
    struct Book {
        var hosts: Set<Int> = []
        var described: Set<Int> = []
        /// Tasks that may be called off: named, or those of a host whose task was to be replaced.
        var cancellable: Set<Int> = []
        var replaceable: Set<Int> = []
        var unexpected: [String] = []
    }

    /// Book that operations which run at once write into.
    final class Ledger: Sendable {
        let book = Mutex(Book())
    }

    let site: Unlucky
    var dice: Dice
    let book = Ledger()

    init(site: Unlucky, dice: Dice) {
        self.site = site
        self.dice = dice
    }

    private static let types: [TaskTypeName] = [
        .deploy, .deploy, .capture, .inventory, .inventory, .wake, .debug, .fastWipe, .allSnapins, .singleSnapin,
    ]

    mutating func draw(_ number: Int) -> Move {
        let host = Int.random(in: 1...6, using: &dice)
        let last = (site.tasks.map(\.id).max() ?? 0) + 2
        switch Int.random(in: 0..<20, using: &dice) {
        case 0..<8:
            let type = Self.types.randomElement(using: &dice) ?? .deploy
            let snapins: SnapinChoice = type == .singleSnapin ? SnapinID(1).map { .one($0) } ?? .none : .none
            let options = TaskOptions(snapins: snapins, replace: Int.random(in: 0..<3, using: &dice) == 0)
            return .create(host: host, type, options, marker: number * 100)
        case 8, 9:
            let hosts = (0..<3).map { _ in Int.random(in: 1...6, using: &dice) }
            return .multicast(hosts: hosts, replace: Bool.random(using: &dice), marker: number * 100)
        case 10:
            let hosts = (0..<3).map { _ in Int.random(in: 1...6, using: &dice) }
            return .all(
                hosts: hosts,
                [.deploy, .inventory].randomElement(using: &dice) ?? .deploy,
                markers: number * 100
            )
        case 11..<15:
            let kind = CancelTarget.Class.allCases.randomElement(using: &dice) ?? .task
            let id = kind == .task ? last : 4
            return CancelTarget(kind, Int.random(in: 1...id, using: &dice)).map { .cancel($0) } ?? .finish
        case 15: return .cancelHost(host)
        case 16: return .schedule(host: host, number: number)
        case 17: return .unschedule(Int.random(in: 1...3, using: &dice))
        case 18: return .rename(host: host, number: number)
        default: return .finish
        }
    }

    /// Draws something that is done to a host.
    mutating func drawTask(host: Int, _ number: Int) -> Move {
        if Int.random(in: 0..<6, using: &dice) == 0 { return .assign(host: host, image: 2) }
        let type = [TaskTypeName.deploy, .deploy, .inventory].randomElement(using: &dice) ?? .deploy
        let replaces = Int.random(in: 0..<4, using: &dice) == 0
        return .create(host: host, type, TaskOptions(replace: replaces), marker: number)
    }

    mutating func play(_ move: Move) async {
        note(move)
        if case .finish = move {
            if let task = site.tasks.filter(\.isActive).randomElement(using: &dice) { site.finish(task.id) }
            return
        }
        await Self.carryOut(move, site, book)
    }

    /// Writes down what a move names.
    func note(_ move: Move) {
        book.book.withLock { book in
            switch move {
            case .create(let host, _, let options, _):
                book.hosts.insert(host)
                if options.replace { book.replaceable.insert(host) }
            case .multicast(let hosts, let replaces, _):
                book.hosts.formUnion(hosts)
                if replaces { book.replaceable.formUnion(hosts) }
            case .all(let hosts, _, _): book.hosts.formUnion(hosts)
            case .cancel(let target):
                switch target.kind {
                case .task: book.cancellable.insert(target.id)
                case .multicastSession: book.cancellable.formUnion(site.members(of: target.id))
                case .host: book.cancellable.formUnion(site.tasks.filter { $0.host == target.id }.map(\.id))
                default: break
                }
            case .cancelHost(let host):
                book.cancellable.formUnion(site.tasks.filter { $0.host == host }.map(\.id))
            case .rename(let host, _): book.described.insert(host)
            default: break
            }
        }
    }

    static func carryOut(_ move: Move, _ site: Unlucky, _ ledger: Ledger) async {
        do {
            try await perform(move, site.server)
        } catch let error as FogError {
            let known: Set<FogError.Code> = [
                .conflict, .notFound, .refused, .uncertain, .server, .unavailable, .timeout,
            ]
            if !known.contains(error.code) { ledger.book.withLock { $0.unexpected.append("\(move): \(error)") } }
        } catch {
            ledger.book.withLock { $0.unexpected.append("\(move): \(error)") }
        }
    }

    private static func perform(_ move: Move, _ server: FogServer) async throws {
        switch move {
        case .create(let host, let type, let options, let marker):
            guard let id = HostID(host) else { return }
            _ = try await server.createTask(id, .name(type), options, marker: .example(marker))
        case .multicast(let hosts, let replace, let marker):
            let options = TaskOptions(replace: replace)
            _ = try await server.multicast(hosts.compactMap { HostID($0) }, options, marker: .example(marker))
        case .all(let hosts, let type, let markers):
            let ids = hosts.compactMap { HostID($0) }
            _ = try await server.createTasks(ids, .name(type), TaskOptions()) { .example(markers + $0.number) }
        case .cancel(let target): _ = try await server.cancel(target)
        case .cancelHost(let host):
            guard let id = HostID(host) else { return }
            _ = try await server.cancelTasks(of: id)
        case .schedule(let host, let number):
            guard let id = HostID(host) else { return }
            let time = ScheduleDraft.Time.once(2_000_000_000)
            let options = TaskOptions(name: "later \(number)")
            _ = try await server.createScheduledTask(
                ScheduleDraft(target: .host(id), type: .name(.deploy), time: time, options: options)
            )
        case .unschedule(let number):
            guard let id = ScheduledTaskID(number) else { return }
            try await server.deleteScheduledTask(id)
        case .rename(let host, let number):
            guard let id = HostID(host) else { return }
            let changes = HostChanges(values: ["description": .text("seat & \(number)")])
            _ = try await server.updateHost(id, changes)
        case .assign(let host, let image):
            guard let id = HostID(host), let image = ImageID(image) else { return }
            _ = try await server.updateHost(id, HostChanges(image: .id(image)))
        case .finish: break
        }
    }

    // MARK: - Looking

    func check(_ comment: String) {
        let book = book.book.withLock { $0 }
        // A beta of 1.6 makes a task of no host for a single snapin: what runs is the host's job.
        let tasks = site.tasks.filter { $0.host > 0 }
        let busy = tasks.filter(\.isActive).map(\.host)
        #expect(Set(busy).count == busy.count, "two tasks at once; \(comment)")
        #expect(book.hosts.isSuperset(of: tasks.map(\.host)), "a host that was not named; \(comment)")
        let gone = tasks.filter { $0.state == 5 && !book.replaceable.contains($0.host) }.map(\.id)
        #expect(book.cancellable.isSuperset(of: gone), "cancelled what was not named; \(comment)")
        let marks = tasks.map { "\($0.marker) \($0.host)" }.filter { $0.hasPrefix("fh") }
        #expect(Set(marks).count == marks.count, "one order, two tasks; \(comment)")
        let orders = site.transport.changes.filter { $0.hasPrefix("POST") && $0.contains("/task ") }
        let failures = site.transport.failures
        for order in Set(orders) {
            let allowed = 1 + failures.count { $0 == order }
            #expect(orders.count { $0 == order } <= allowed, "sent again though nobody knows; \(comment)")
        }
        let cancels = site.transport.changes.filter { $0.contains("cancel") }
        #expect(cancels.allSatisfy { $0.contains(#" {"id":["#) && !$0.contains("/group/") }, "\(comment)")
        for (number, host) in site.sim.rows(of: "host").enumerated() where !book.described.contains(number + 1) {
            #expect(host["description"] == "seat \(number + 1)", "changed a host that was not named; \(comment)")
        }
        #expect(book.unexpected.isEmpty, "\(comment)")
    }
}
