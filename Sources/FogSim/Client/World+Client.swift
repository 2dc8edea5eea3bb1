extension World {
    /// Answers the imaging system of a host, which needs no token.
    ///
    /// Origin: `service/*.php`; api-1.5.md section 8; recordings 247 to 271.
    mutating func client(_ call: Call) -> Reply {
        let form = Form(call.raw)
        let page = call.part(1)
        guard let host = host(withAnyOf: form["mac"]) else { return Self.text("Invalid Host") }
        switch page {
        case "Pre_Stage1.php", "mc_checkin.php": return Self.text(checkIn(host, form["type"]))
        case "progress.php": return Self.text(progress(host, form["status"]))
        case "Post_Stage2.php", "Post_Stage3.php", "Post_Wipe.php": return Self.text(finish(host, form["type"]))
        case "hostinfo.php": return hostInfo(host)
        case "snapins.checkin.php": return snapinCheckIn(host, form)
        default: return .empty(501)
        }
    }

    private static func text(_ text: String) -> Reply {
        Reply(status: 200, contentType: Reply.html, body: Array(text.utf8))
    }

    /// Finds the host that has one of several addresses joined by `|`.
    private func host(withAnyOf macs: String) -> Row? {
        macs.split(separator: "|").lazy
            .compactMap { MACAddress.normalized(String($0)) }
            .compactMap { owner(of: $0) }
            .compactMap { store["host"][$0] }
            .first
    }

    /// Active task of a host that fits the direction which it names.
    private func task(of host: Row, _ direction: String) -> Row? {
        TaskStates.active(of: host.id, store).first { TaskKind($0.integer("typeID")).matches(direction: direction) }
    }

    private func noTask(_ host: Row) -> String {
        "No Active Task found for Host: \(host.name) (\(HostMembers.primary(of: host.id, store) ?? ""))"
    }

    private mutating func checkIn(_ host: Row, _ direction: String) -> String {
        guard let task = task(of: host, direction) else { return noTask(host) }
        return enter(task) ?? "##@GO"
    }

    private mutating func progress(_ host: Row, _ status: String) -> String {
        let text = String(decoding: Obscured.decode(status), as: UTF8.self)
        guard let report = Progress(text), let task = task(of: host, ""),
            TaskKind(task.integer("typeID")).isImaging
        else { return "" }
        note(report, on: task)
        return ""
    }

    private mutating func finish(_ host: Row, _ direction: String) -> String {
        guard let task = task(of: host, direction) else { return noTask(host) }
        finish(task)
        return "##"
    }
}
