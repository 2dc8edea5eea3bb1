extension Checkup {
    /// What a client reads, by class and the right that it needs.
    ///
    /// Origin: FOG 1.6, `src/Auth/Authorization.php`: a right is the entity and the action; some classes belong to others.
    private static let readings = [
        ("host", "host.view"), ("group", "group.view"), ("image", "image.view"), ("snapin", "snapin.view"),
        ("task", "task.view"), ("storagenode", "storagenode.view"), ("setting", "settings.view"),
    ]

    /// Tries what the roles of a 1.6 user let it read; what may be changed shows only when it is done.
    func probeRights(_ credentials: FogCredentials, _ notes: inout Notes) async throws {
        var missing: [String] = []
        for (className, right) in Self.readings {
            do {
                let answer = try await ask("/fog/\(className)?start=0&length=1", credentials)
                if answer.status == 403 { missing.append(right) }
            } catch let error as TransportError {
                return notes.add(.warning, .rights, "the rights cannot be seen: \(error.message)", advice: "try again")
            }
        }
        if missing.isEmpty {
            return notes.add(.good, .rights, "the user may read hosts, groups, images, snapins, tasks and settings")
        }
        notes.add(
            missing.count == Self.readings.count ? .failure : .warning,
            .rights,
            missing.count == Self.readings.count
                ? "the user has no rights" : "the user lacks the right " + missing.joined(separator: ", "),
            advice: "give the user a role with them under Users > (user) > Roles; tasks need host.task, too"
        )
    }
}
