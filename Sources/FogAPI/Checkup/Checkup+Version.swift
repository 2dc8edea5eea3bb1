extension Checkup {
    /// Finds the family and the version, none of which needs a token.
    ///
    /// Origin: FOG 1.6, `system/info` is an object with `version`; both, `service/getversion.php` is a plain text.
    func findVersion(_ door: Door, _ notes: inout Notes) async throws {
        let told = door.answer.status == 200 ? door.answer.texts(named: ["version"])["version"] : nil
        var version = told.map { String($0.prefix(40)) }
        if version == nil { version = try await pageVersion() }
        let isNew = told != nil || version.map { !$0.hasPrefix("1.5") && !$0.hasPrefix("1.4") } ?? false
        notes.outcome.version = version
        notes.outcome.family = isNew ? "1.6" : "1.5"
        if let version {
            notes.add(.good, .version, "FOG \(version)")
        } else {
            notes.add(.good, .version, "FOG 1.5; it does not tell its exact version")
        }
    }

    private func pageVersion() async throws -> String? {
        do {
            let answer = try await ask("/fog/service/getversion.php")
            let text = Refusal.excerpt(answer.body)
            let isVersion = text.first?.isNumber == true && text.contains(".") && text.utf8.count <= 40
            return answer.status == 200 && isVersion ? text : nil
        } catch is TransportError {
            return nil
        }
    }
}
