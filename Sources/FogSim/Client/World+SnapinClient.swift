extension World {
    /// Answers a running host that asks for snapins, or says how one ended.
    ///
    /// Origin: `service/snapins.checkin.php`; recordings 265 to 271.
    mutating func snapinCheckIn(_ host: Row, _ form: Form) -> Reply {
        let id = Cell.leadingInteger(form["taskid"])
        if id > 0 {
            endSnapin(id, form)
            return Reply(status: 200, contentType: Reply.html, body: [])
        }
        let job = activeJob(of: host.id)
        guard let job, let next = openSnapins(of: job.id).first else {
            endSnapins(of: host.id)
            return Reply(status: 200, contentType: Reply.html, body: Array("#!ns".utf8))
        }
        var begun = job
        begun.set("stateID", TaskStates.checkedIn)
        store["snapinjob"].put(begun)
        return Reply(status: 200, contentType: Reply.html, body: Array(describe(next, of: job).utf8))
    }

    private mutating func endSnapin(_ id: Int, _ form: Form) {
        guard var row = store["snapintask"][id] else { return }
        row.set("stateID", TaskStates.complete)
        row.set("return", Cell.leadingInteger(form["exitcode"]))
        row.set("details", form["exitdesc"])
        row.set("complete", stamp)
        store["snapintask"].put(row)
    }

    private func describe(_ task: Row, of job: Row) -> String {
        let snapin = store["snapin"][task.integer("snapinID")]
        let lines = [
            "#!ok", "JOBTASKID=\(task.id)", "JOBCREATION=\(job.text("createdTime"))",
            "SNAPINNAME=\(snapin?.name ?? "")", "SNAPINARGS=\(snapin?.text("args") ?? "")",
            "SNAPINBOUNCE=\(snapin?.text("reboot") ?? "")", "SNAPINFILENAME=\(snapin?.text("file") ?? "")",
            "SNAPINRUNWITH=\(snapin?.text("runWith") ?? "")",
            "SNAPINRUNWITHARGS=\(snapin?.text("runWithArgs") ?? "")",
        ]
        return lines.joined(separator: "\n")
    }
}
