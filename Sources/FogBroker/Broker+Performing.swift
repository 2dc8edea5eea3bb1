import FogAPI
import FogModel
import FogOperations
import FogTime

extension Broker {
    /// Performs an operation on the server, or by the clock or the operator.
    func perform(_ operation: FogOperation, number: Int) async throws -> Answer {
        switch operation {
        case .serverInfo: .server(try await server.info())
        case .listHosts(let selector): .hosts(try await server.hosts(matching: selector))
        case .findHost(let key): .hosts(Self.list(try await server.findHost(key)))
        case .createHost(let draft): .hosts([try await server.createHost(draft)])
        case .updateHost(let host, let changes): .hosts([try await server.updateHost(host, changes)])
        case .listImages: .images(try await server.images())
        case .findImage(let key): .images(Self.list(try await server.findImage(key)))
        case .createImage(let draft): .images([try await server.createImage(draft)])
        case .listGroups: .groups(try await server.groups())
        case .findGroup(let key): .groups(Self.list(try await server.findGroup(key)))
        case .listMembers(let group): .hosts(try await server.members(of: group))
        case .listTaskTypes: .taskTypes(try await server.taskTypes())
        case .listTasks(let query): .tasks(try await server.tasks(query))
        case .createTask(let host, let type, let options):
            .tasks(Self.list(try await createTask(host, type, options, number: number)))
        case .cancelTask(let task): .tasks([try await cancelTask(task)])
        case .wait(let tasks, let options): .verdicts(try await wait(for: tasks, options))
        case .sleep(let seconds): try await sleep(seconds)
        case .now: .time(clock.secondsSince1970)
        case .confirm(let confirmation): .agreed(try await confirm(confirmation))
        }
    }

    private static func list<Row>(_ row: Row?) -> [Row] { row.map { [$0] } ?? [] }

    private func createTask(
        _ host: HostID,
        _ type: TaskTypeKey,
        _ options: TaskOptions,
        number: Int
    ) async throws -> FogTask? {
        guard let marker = run.marker(operation: number) else {
            throw FogError(.limit, "a run has no more than 60 million operations, this is number \(number)")
        }
        let asked = UncertainTask(host: host, hostname: ledger.read { $0.name(of: host) }, type: type.description)
        do {
            guard let task = try await server.createTask(host, type, options, marker: marker).task else { return nil }
            poller.noteCreated(task)
            let started = StartedTask(task: task.id, host: host, hostname: task.hostname, type: type.description)
            ledger.note { $0.noteStarted(started) }
            ledger.tell(.taskCreated(started))
            return task
        } catch let error as FogError {
            ledger.note { record in
                record.noteRefused(host, error)
                if error.code == .uncertain { record.noteUncertain(asked) }
            }
            throw error
        } catch {
            ledger.note { $0.noteUncertain(asked) }
            throw error
        }
    }

    private func cancelTask(_ id: TaskID) async throws -> FogTask {
        poller.noteCancelled(id)
        let task = try await server.cancelTask(id)
        if !(task.state?.isActive ?? true) { ledger.note { $0.noteEnded { $0 == id } } }
        return task
    }

    private func wait(for tasks: [TaskID], _ options: WaitOptions) async throws -> [Verdict] {
        do {
            return try await poller.wait(for: tasks, options)
        } catch let error as FogError {
            ledger.note { $0.noteLost(tasks, error) }
            throw error
        }
    }

    private func sleep(_ seconds: Double) async throws -> Answer {
        guard seconds >= 0, seconds <= 1e9 else {
            throw FogError(
                .invalidArgument,
                "cannot sleep for \(seconds) seconds",
                hint: "give a number from 0 to 1000000000"
            )
        }
        try await clock.sleep(for: .seconds(seconds))
        return .done
    }
}

extension FogServer {
    /// Looks at the tasks: one request, and one more where tasks that somebody waits for are no longer active.
    ///
    /// - Throws: `CancellationError` alone; whatever else goes wrong is the look's own.
    func look(_ question: Look.Question) async throws -> Look {
        do {
            let imaging = Set(try await taskTypes().filter(\.isImaging).map(\.id))
            // Sent once: the next look comes soon enough, and those who wait are to learn that the server is away.
            let active = try await rows(FogTask.self, isActive: true, attempts: 1).filter { $0.state?.isActive ?? true }
            let gone = Set(question.waited).subtracting(active.map(\.id)).sorted()
            let ended = gone.isEmpty ? [] : try await tasks(TaskQuery(activeOnly: false, ids: gone))
            return .answered(Look.Sight(active: active, ended: ended, question: question, imaging: imaging))
        } catch let error as FogError {
            return .refused(error)
        } catch {
            try Task.checkCancellation()
            return .refused(FogError(.server, "\(error)"))
        }
    }
}
