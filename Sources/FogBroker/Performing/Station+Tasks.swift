import FogAPI
import FogModel
import FogOperations
import FogTime

extension Station {
    func perform(_ operation: TaskOperation, number: Int) async throws -> Answer {
        switch operation {
        case .list(let query): return .rows(try await server.tasks(query))
        case .create(let host, let type, let options):
            return .created(try await createTask(host, type, options, number: number))
        case .multicast(let hosts, let image, let options):
            return .multicast(try await multicast(hosts, image, options, number: number))
        case .schedule(let draft):
            try checkTime(of: draft)
            return .rows([try await server.createScheduledTask(draft)])
        case .unschedule(let id):
            try await server.deleteScheduledTask(id)
            return .done
        case .cancel(let task): return .rows([try await cancelTask(task)])
        case .cancelAll(let host): return .rows(try await cancelTasks(of: host))
        case .cancelSnapinJob(let job): return .rows([try await server.cancelSnapinJob(job)])
        case .cancelSession(let session): return .rows([try await server.cancelMulticastSession(session)])
        case .joined(let session): return .rows(try await server.joinedTasks(of: session))
        case .explain(let host): return .reason(try await server.reason(of: host, at: clock.secondsSince1970))
        case .wait(let targets, let options):
            let result = try await wait(for: targets, options)
            return .verdicts(result.verdicts, progress: result.progress)
        }
    }

    /// Refuses what is due already: FOG would do it within a minute or two.
    private func checkTime(of draft: ScheduleDraft) throws {
        guard case .once(let seconds) = draft.time, Double(seconds) < clock.secondsSince1970 - 60 else { return }
        throw FogError(
            .invalidArgument,
            "the time of the scheduled task is past: \(Duration.seconds(clock.secondsSince1970 - Double(seconds)).words) ago",
            hint: "give seconds since 1970 that are to come, as fog.now() + 3600; fog.task does it at once"
        )
    }

    private func createTask(
        _ host: HostID,
        _ type: TaskTypeKey,
        _ options: TaskOptions,
        number: Int
    ) async throws -> CreatedTask {
        let marker = try marker(number)
        let asked = uncertain(host, type)
        do {
            let created = try await server.createTask(host, type, options, marker: marker)
            note(created, host, type)
            return created
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

    private func multicast(
        _ hosts: [HostID],
        _ image: ImageID?,
        _ options: TaskOptions,
        number: Int
    ) async throws -> MulticastWork {
        let type = TaskTypeKey.name(.multicast)
        let marker = try marker(number)
        let asked = hosts.map { uncertain($0, type) }
        do {
            let work = try await server.multicast(hosts, image: image, options, marker: marker)
            for result in work.hosts {
                switch result.outcome {
                case .created(let created): note(created, result.host, type)
                case .failed(let error):
                    ledger.note { record in
                        record.noteRefused(result.host, error)
                        if error.code == .uncertain { record.noteUncertain(uncertain(result.host, type)) }
                    }
                }
            }
            return work
        } catch let error as FogError {
            ledger.note { record in
                for host in hosts { record.noteRefused(host, error) }
                if error.code == .uncertain { for task in asked { record.noteUncertain(task) } }
            }
            throw error
        } catch {
            ledger.note { record in for task in asked { record.noteUncertain(task) } }
            throw error
        }
    }

    /// Notes what has been made for a host, and what was called off for it.
    private func note(_ created: CreatedTask, _ host: HostID, _ type: TaskTypeKey) {
        let replaced = Set(created.replaced.map(\.id))
        if !replaced.isEmpty { ledger.note { $0.noteEnded(replaced.contains) } }
        guard let task = created.task else { return }
        poller.noteCreated(task)
        let started = StartedTask(
            server: name,
            task: task.id,
            host: host,
            hostname: task.hostname,
            type: type.description
        )
        ledger.note { $0.noteStarted(started) }
        ledger.tell(.taskCreated(started))
    }

    private func uncertain(_ host: HostID, _ type: TaskTypeKey) -> UncertainTask {
        UncertainTask(
            server: name,
            host: host,
            hostname: ledger.read { $0.name(of: host) },
            type: type.description
        )
    }

    private func marker(_ number: Int) throws -> TaskMarker {
        guard let marker = run.marker(operation: number) else {
            throw FogError(.limit, "a run has no more than 60 million operations, this is number \(number)")
        }
        return marker
    }

    private func cancelTasks(of host: HostID) async throws -> [FogTask] {
        let tasks = try await server.cancelTasks(of: host)
        let ended = Set(tasks.filter { !($0.state?.isActive ?? true) }.map(\.id))
        for task in ended { poller.noteCancelled(task) }
        if !ended.isEmpty { ledger.note { $0.noteEnded(ended.contains) } }
        return tasks
    }

    private func cancelTask(_ id: TaskID) async throws -> FogTask {
        poller.noteCancelled(id)
        let task = try await server.cancelTask(id)
        if !(task.state?.isActive ?? true) { ledger.note { $0.noteEnded { $0 == id } } }
        return task
    }

    private func wait(for targets: [WaitTarget], _ options: WaitOptions) async throws -> WaitResult {
        do {
            return try await poller.wait(for: targets, options)
        } catch let error as FogError {
            let tasks = targets.compactMap { if case .task(let task) = $0 { task } else { nil } }
            ledger.note { $0.noteLost(tasks, error) }
            throw error
        }
    }
}
