extension World {
    /// Answers with shell lines that tell a host's imaging system what to do.
    ///
    /// Origin: `service/hostinfo.php`; recording 247.
    func hostInfo(_ host: Row) -> Reply {
        guard let task = TaskStates.active(of: host.id, store).first else {
            return Reply(status: 200, contentType: Reply.plain, body: Array("Invalid tasking!".utf8))
        }
        let lines = info(host, task).map { "[[ -z $\($0) ]] && export \($0)='\($1)'\n" }
        return Reply(status: 200, contentType: Reply.plain, body: Array(lines.joined().utf8))
    }

    private func info(_ host: Row, _ task: Row) -> [(String, String)] {
        let image = store["image"][task.integer("imageID")]
        let node = store["storagenode"][task.integer("storagenodeID")]
        let address = node?.text("ip") ?? ""
        let work: [(String, String)] = [
            ("mac", HostMembers.primary(of: host.id, store) ?? ""), ("ftp", address),
            ("osid", image?.text("osID") ?? ""), ("storage", address + ":" + (node?.text("path") ?? "") + "/"),
            ("storageip", address), ("img", image?.text("path") ?? ""), ("imgFormat", image?.text("format") ?? ""),
            ("imgType", store["imagetype"][image?.integer("imageTypeID") ?? 0]?.text("type") ?? ""),
            ("imgPartitionType", partitions(of: image)), ("imgid", image.map { String($0.id) } ?? ""),
            ("PIGZ_COMP", "-" + (image?.text("compress") ?? "")), ("shutdown", task["shutdown"].isTrue ? "1" : "0"),
            ("hostearly", "1"), ("pct", "7"), ("ignorepg", "1"), ("winuser", task.text("passreset")), ("port", ""),
            ("fdrive", host.text("kernelDevice")),
        ]
        return work + facts(host, image) + [("type", TaskKind(task.integer("typeID")).isCapture ? "up" : "down")]
    }

    private func partitions(of image: Row?) -> String {
        store["imagepartitiontype"][image?.integer("imagePartitionTypeID") ?? 0]?.text("type") ?? ""
    }

    private func facts(_ host: Row, _ image: Row?) -> [(String, String)] {
        let inventory = store["inventory"].rows(where: "hostID", host.id).first
        let own = [
            ("hostname", "name"), ("hostdesc", "description"), ("hostip", "ip"), ("hostimageid", "imageID"),
            ("hostbuilding", "building"), ("hostusead", "useAD"), ("hostaddomain", "ADDomain"),
            ("hostaduser", "ADUser"), ("hostadpass", "ADPass"), ("hostadou", "ADOU"),
            ("hostproductkey", "productKey"),
        ]
        let ofImage = [
            ("imagename", "name"), ("imagedesc", "description"), ("imageosid", "osID"), ("imagepath", "path"),
        ]
        let ofInventory = [
            ("primaryuser", "primaryUser"), ("othertag", "other1"), ("othertag1", "other2"), ("sysman", "sysman"),
            ("sysproduct", "sysproduct"), ("sysserial", "sysserial"), ("mbman", "mbman"), ("mbserial", "mbserial"),
            ("mbasset", "mbasset"), ("mbproductname", "mbproductname"), ("caseman", "caseman"),
            ("caseserial", "caseserial"), ("caseasset", "caseasset"),
        ]
        return own.map { ($0, host.text($1)) } + ofImage.map { ($0, image?.text($1) ?? "") }
            + ofInventory.map { ($0, inventory?.text($1) ?? "") }
    }
}
