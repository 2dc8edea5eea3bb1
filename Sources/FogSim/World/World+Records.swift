extension World {
    /// Writes a host's report into its task.
    mutating func note(_ progress: Progress, on task: Row) {
        var noted = task
        noted.set("pct", JSON.clamped(Double(progress.percent.prefix { $0 != "%" }) ?? 0))
        noted.set("percent", progress.percent)
        noted.set("bpm", progress.rate)
        noted.set("timeElapsed", progress.elapsed)
        noted.set("timeRemaining", progress.remaining)
        noted.set("dataCopied", progress.copied)
        noted.set("dataTotal", progress.total)
        store["task"].put(noted)
        if !progress.size.isEmpty, var image = store["image"][task.integer("imageID")] {
            image.set("size", progress.size + ":")
            store["image"].put(image)
        }
    }

    /// Opens the record of a task that begins.
    mutating func openLog(of task: Row) {
        logState(of: task)
        // FOG 1.6 keeps one log for both.
        guard TaskKind(task.integer("typeID")).isImaging, !configuration.dialect.isFog16 else { return }
        var log = store["imaginglog"].blank(now: stamp, user: task.text("createdBy"))
        log.set("hostID", task.integer("hostID"))
        log.set("start", stamp)
        log.set("image", store["image"][task.integer("imageID")]?.name ?? "")
        log.set("type", TaskKind(task.integer("typeID")).isCapture ? "up" : "down")
        store["imaginglog"].put(log)
    }

    /// Marks a task complete and closes its records.
    ///
    /// Origin: `lib/fog/taskqueue.class.php`, `checkout`; recordings 253 to 258 and 264.
    mutating func finish(_ task: Row) {
        let kind = TaskKind(task.integer("typeID"))
        var done = task
        done.set("stateID", TaskStates.complete)
        done.set("name", String(Markup.trim(task.name)))
        if kind.isImaging {
            done.set("pct", 100)
            done.set("percent", "100")
            closeLog(of: task)
        }
        store["task"].put(done)
        logState(of: done)
        sessionChanged(for: done, joined: false)
        if kind.isDeploy { setDeployed("host", task.integer("hostID")) }
        if kind.isCapture { setDeployed("image", task.integer("imageID")) }
        taskChanged(from: task, to: done)
    }

    /// Marks a task failed and closes its records.
    ///
    /// Origin: api-1.6.md section 9, "Task states".
    mutating func fail(_ task: Row) {
        var failed = task
        failed.set("stateID", TaskStates.failed)
        closeLog(of: task)
        store["task"].put(failed)
        logState(of: failed)
        sessionChanged(for: failed, joined: false)
        taskChanged(from: task, to: failed)
    }

    private mutating func setDeployed(_ table: String, _ id: Int) {
        guard var row = store[table][id] else { return }
        row.set("deployed", stamp)
        store[table].put(row)
    }

    private mutating func closeLog(of task: Row) {
        guard !configuration.dialect.isFog16 else { return }
        let open = store["imaginglog"].rows(where: "hostID", task.integer("hostID"))
            .last { $0.text("finish") == Column.zeroDate }
        guard var log = open else { return }
        log.set("finish", stamp)
        store["imaginglog"].put(log)
    }

    /// Writes the records that a deploy has left which was over before the start.
    mutating func logPast(_ imaging: FogSim.PastImaging, of host: Int, until end: Int) {
        let (start, finish) = (end - Int(imaging.duration.components.seconds), end)
        let image = store["image"].all.first { $0.name == imaging.image }
        guard configuration.dialect.isFog16 else {
            insert(
                "imaginglog",
                [
                    "hostID": .integer(host), "start": .text(Stamp.text(start + zone)),
                    "finish": .text(Stamp.text(finish + zone)), "image": .text(imaging.image), "type": .text("down"),
                ]
            )
            return
        }
        for (state, time) in [(TaskStates.inProgress, start), (TaskStates.complete, finish)] {
            insert(
                "tasklog",
                [
                    "createdTime": .text(Stamp.text(time + zone)), "stateID": .integer(state), "hostID": .integer(host),
                    "hostName": .text(imaging.host), "typeID": .integer(1), "typeName": .text("Deploy"),
                    "imageID": .integer(image?.id ?? 0), "imageName": .text(imaging.image),
                    "stateName": .text(store["taskstate"][state]?.name ?? ""),
                ]
            )
        }
    }

    private mutating func logState(of task: Row) {
        var log = store["tasklog"].blank(now: stamp, user: task.text("createdBy"))
        log.set("taskID", task.id)
        log.set("ip", "127.0.0.1")
        log.set("stateID", task.integer("stateID"))
        // Columns of FOG 1.6 alone; names survive what they name.
        for (column, table) in [("host", "host"), ("type", "tasktype"), ("state", "taskstate"), ("image", "image")] {
            let id = task.integer(column + "ID")
            log.set(column + "ID", id)
            log.set(column + "Name", store[table][id]?.name ?? "")
        }
        store["tasklog"].put(log)
    }
}
