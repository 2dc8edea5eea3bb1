/// Scheduled task or row of power management, as the scheduler knows it.
enum ScheduledRow: Hashable, Sendable {
    case task(Int)
    case power(Int)
}

/// What the scheduler remembers between its rounds.
struct Scheduler: Sendable {
    /// Second of each minute in which it looks, 0 to 59.
    let second: Int
    /// When each row is due.
    var due: [ScheduledRow: Duration] = [:]
    /// Count of changes to its tables that it has seen.
    var version = -1

    /// Gives the time of the first round after `moment`, both as seconds since 1970.
    func round(after moment: Int) -> Int {
        let past = (moment - second) % 60
        return moment - past + 60
    }
}

extension World {
    /// Enters rows that are due some day into the agenda, where any has changed.
    ///
    /// FOG's scheduler looks once a minute, so that a task begins up to a minute late.
    ///
    /// Origin: api-1.6.md section 11; `lib/service/taskscheduler.class.php`.
    mutating func arrange() {
        let version = store["scheduledtask"].version + store["powermanagement"].version
        guard version != scheduler.version else { return }
        scheduler.version = version
        for row in store["scheduledtask"].all where row["isActive"].isTrue { arrange(.task(row.id), nextRun(of: row)) }
        for row in store["powermanagement"].all {
            if row["onDemand"].isTrue, row.text("action") != "wol" {
                lookForPower(row.integer("hostID"))
            } else {
                arrange(.power(row.id), nextRun(ofPower: row))
            }
        }
    }

    private mutating func arrange(_ row: ScheduledRow, _ seconds: Int?) {
        guard let seconds else { return }
        let due = Duration.seconds(max(seconds, now + 1) - start)
        guard scheduler.due[row] != due else { return }
        scheduler.due[row] = due
        agenda.add(.scheduled(row, due: due), at: due)
    }

    /// Runs what is due; an entry that a change of the row has overtaken does nothing.
    mutating func runScheduled(_ row: ScheduledRow, due: Duration) {
        guard scheduler.due[row] == due else { return }
        scheduler.due[row] = nil
        switch row {
        case .task(let id): runTask(id)
        case .power(let id): runPower(id)
        }
        // What repeats is due again.
        scheduler.version = -1
    }

    private func nextRun(of row: Row) -> Int? {
        guard row.text("type") == "C" else { return scheduler.round(after: max(row.integer("scheduleTime") - 1, now)) }
        return nextMinute(of: Schedule.fields(ofTask: row)).map { scheduler.round(after: max($0 - 1, now)) }
    }

    /// Next minute that five fields name, which mean the server's zone; `nil` where they name none.
    func nextMinute(of fields: [String]) -> Int? { Schedule.next(fields, after: now + zone).map { $0 - zone } }

    private mutating func runTask(_ id: Int) {
        guard var row = store["scheduledtask"][id], row["isActive"].isTrue else { return }
        let order = TaskOrder(scheduled: row, isAlwaysWaking: quirks.contains(.scheduledAlwaysWakes))
        let target = store[row["isGroupTask"].isTrue ? "group" : "host"][row.integer("hostID")]
        if let target, isValid(target), hasWhatSchedulerWants(target) {
            // A refusal reaches nobody but the log of FOG's service.
            try? task(target, order)
        }
        guard row.text("type") != "C" else { return }
        row.set("isActive", "0")
        store["scheduledtask"].put(row)
    }

    /// Whether a host has the image that the scheduler wants even for tasks that need none.
    private func hasWhatSchedulerWants(_ target: Row) -> Bool {
        guard quirks.contains(.scheduledNeedsImage), target.schema.name == "host" else { return true }
        return store["image"][target.integer("imageID")].map(isValid) ?? false
    }
}
