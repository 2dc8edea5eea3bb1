extension World {
    /// When a row of power management is due: a wake-up when the scheduler looks, all else at the minute, by the host.
    func nextRun(ofPower row: Row) -> Int? {
        if row["onDemand"].isTrue { return scheduler.round(after: now) }
        let minute = nextMinute(of: Schedule.fields(ofPower: row))
        return row.text("action") == "wol" ? minute.map { scheduler.round(after: max($0 - 1, now)) } : minute
    }

    /// Shuts down, restarts or wakes the host of a row of power management.
    ///
    /// Only a running host shuts down or restarts: its client does it. A row on demand goes when it was done.
    mutating func runPower(_ id: Int) {
        guard let row = store["powermanagement"][id] else { return }
        let host = row.integer("hostID")
        let isRunning = machines[host]?.power == .running
        switch row.text("action") {
        case "wol": wake(host)
        case "shutdown" where isRunning: powerOff(host)
        case "reboot" where isRunning: start(host, after: .zero)
        default: return
        }
        if row["onDemand"].isTrue { store["powermanagement"].remove(id) }
    }

    /// Lets a running host's client look for what it is to do on demand.
    mutating func lookForPower(_ host: Int) {
        guard machines[host]?.power == .running else { return }
        let rows = store["powermanagement"].rows(where: "hostID", host)
        guard let row = rows.first(where: { $0["onDemand"].isTrue && $0.text("action") != "wol" }) else { return }
        schedule(host, after: spread(configuration.rates.notice)) { .power(row: row.id, host: host, life: $0) }
    }
}
