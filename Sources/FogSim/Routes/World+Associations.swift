extension World {
    /// Adds rows of an association; those that are there already stay as they are.
    mutating func associate(_ table: String, _ column: String, _ id: Int, _ other: String, _ others: JSON) {
        for number in others.elements.map(\.phpInteger) where number > 0 {
            var row = store[table].blank(now: stamp, user: "fog")
            row.set(column, id)
            row.set(other, number)
            _ = try? save(row)
        }
    }

    /// Makes an association hold exactly the named rows.
    mutating func replace(_ table: String, _ column: String, _ id: Int, _ other: String, _ others: JSON) {
        let wanted = Set(others.elements.map(\.phpInteger))
        for row in store[table].rows(where: column, id) where !wanted.contains(row.integer(other)) {
            store[table].remove(row.id)
        }
        associate(table, column, id, other, others)
    }

    /// Gives a host a MAC address.
    mutating func addMAC(_ mac: String, to host: Int, isPrimary: Bool) {
        var row = store["macaddressassociation"].blank(now: stamp, user: "fog")
        row.set("hostID", host)
        row.set("mac", mac)
        row.set("primary", isPrimary ? "1" : "0")
        // Origin: recording 024 of the server that answers in strings.
        if !isPrimary {
            for flag in ["pending", "clientIgnore", "imageIgnore"] { row.set(flag, "0") }
        }
        _ = try? save(row)
    }

    /// Gives hosts an image.
    mutating func setImage(_ image: Int, on hosts: [Int]) {
        for id in hosts {
            guard var host = store["host"][id] else { continue }
            host.set("imageID", image)
            store["host"].put(host)
        }
    }

    /// Gives all members of a group an image.
    ///
    /// - Throws: a crash for an invalid image or while a member has an active task.
    ///
    /// Origin: `lib/fog/group.class.php`, `addImage`.
    mutating func setImage(_ image: JSON, onMembersOf group: Int) throws(Refusal) {
        guard let row = store["image"][image.phpInteger], isValid(row) else { throw .crash }
        let hosts = Membership.hosts(of: group, store)
        guard hosts.allSatisfy({ TaskStates.active(of: $0, store).isEmpty }) else { throw .crash }
        setImage(row.id, on: hosts)
    }
}
