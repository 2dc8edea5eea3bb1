import FogAPI
import FogModel
import TestSupport
import Testing

@Suite struct RecordingTests {
    @Test func `Reads every recorded answer, or says why not`() async throws {
        let replays = try Replay.all()
        var covered = 0
        for replay in replays {
            let outcome = await outcome(of: replay)
            let expected = expectation(of: replay)
            let isCovered = outcome == expected
            #expect(isCovered, "\(replay.testDescription): \(outcome), not \(expected)")
            if isCovered { covered += 1 }
        }

        print("recordings that FogAPI reads: \(covered)/\(replays.count)")
        #expect(covered == replays.count)
        #expect(replays.count == 336)
    }

    @Test func `Shows no secret of any recording`() async throws {
        let replays = try Replay.all()
        var secrets: Set<String> = []
        for replay in replays { replay.recording.response.json.map { Self.collect($0, into: &secrets) } }
        try #require(secrets.isSuperset(of: ["ad-join-secret", "made-up", "<ftp-password>"]))

        for replay in replays {
            var shown: [String] = []
            do {
                if case .rows(let rows) = try await replay.run() { shown += rows.map(\.shown) }
            } catch {
                shown.append(String(reflecting: error))
            }
            if let answer = try? await replay.server.raw(RawRequest(method: "GET", path: replay.recording.request.path))
            {
                shown.append(String(reflecting: answer))
            }
            for secret in secrets {
                #expect(!shown.contains { $0.contains(secret) }, "\(replay.testDescription) shows \(secret)")
            }
        }
    }

    @Test func `Lists plugins, which have no number before they are switched on`() async throws {
        let replay = try #require(try Replay.all().first { $0.className == "plugin" })

        let plugins = try await replay.server.plugins()

        #expect(plugins.count == 16 && plugins[0].name == "accesscontrol" && plugins.allSatisfy { $0.id == nil })
    }

    @Test func `Reveals secrets where they are asked for by name`() async throws {
        let node = try #require(try Replay.all().first { $0.recording.name.contains("storagenode-single") })
        let host = try #require(try Replay.all().first { $0.recording.name.contains("host-edit-ad") })

        let password = try await node.server.secret(.password, of: #require(StorageNodeID(1)))
        let raw = try await node.server.raw(
            RawRequest(method: "GET", path: "/fog/storagenode/1", revealingSecrets: true)
        )
        let joins = try await host.server.secret(.adPassword, of: #require(HostID(28)))

        #expect(password?.reveal() == "<ftp-password>" && joins?.reveal() == "ad-join-secret")
        guard case .data(let row) = raw.body else { return #expect(Bool(false), "\(raw)") }
        #expect(row["pass"] == .text("<ftp-password>"))
    }

    /// Texts under names that everybody would call secret; FogAPI's own table is not asked.
    private static func collect(_ json: OrderedJSON, into secrets: inout Set<String>) {
        let keys = ["ADPass", "ADPassLegacy", "productKey", "pub_key", "sec_tok", "pass", "password", "token"]
        for key in keys {
            if let text = json[key]?.text, text.count > 3 { secrets.insert(text) }
        }
        if let name = json["name"]?.text, ["PASS", "TOKEN"].contains(where: name.contains), !name.contains("MINPASS"),
            let value = json["value"]?.text, value.count > 3
        {
            secrets.insert(value)
        }
        switch json {
        case .array(let elements): for element in elements { collect(element, into: &secrets) }
        case .object(let members): for member in members { collect(member.value, into: &secrets) }
        default: break
        }
    }

    /// What came of a call.
    private enum Outcome: Equatable {
        case done(Replay.Outcome)
        case refusal(FogError.Code)
        case fault(String)
    }

    private func outcome(of replay: Replay) async -> Outcome {
        do {
            return .done(try await replay.run())
        } catch let error as FogError {
            return .refusal(error.code)
        } catch {
            return .fault("\(error)")
        }
    }

    /// Rows by an independent reader of JSON; for an error the code that its status and text stand for.
    private func expectation(of replay: Replay) -> Outcome {
        let response = replay.recording.response
        if response.status != 200 { return .refusal(code(of: replay)) }
        if replay.isPage {
            let text = response.text
            let isBlank = text.allSatisfy { $0.isWhitespace }
            return .done(
                .page(isBlank ? .empty : text.utf8.count > 120 ? .keptBack(bytes: text.utf8.count) : .text(text))
            )
        }
        guard let json = response.json, replay.className != "system", json != .null else { return .done(.rows([])) }
        let rows =
            if json["count"] != nil { json[replay.className + "s"]?.elements ?? [] } else {
                json["id"] == nil ? [] : [json]
            }
        let hasNames = !Self.nameless.contains(replay.className)
        return .done(
            .rows(
                rows.map { .init(id: $0["id"]?.integer ?? 0, name: hasNames ? Self.plain($0["name"]?.text ?? "") : "") }
            )
        )
    }

    private static let nameless: Set<String> = [
        "inventory", "macaddressassociation", "powermanagement", "snapinjob", "snapintask", "imaginglog",
        "usertracking",
    ]

    private static func plain(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#039;", "'"), ("&amp;", "&")].reduce(text) { text, entity in
            text.split(separator: entity.0, omittingEmptySubsequences: false).joined(separator: entity.1)
        }
    }

    /// Origin: FOG 1.5.9.239, section 2.
    private func code(of replay: Replay) -> FogError.Code {
        let response = replay.recording.response
        let isChange = replay.recording.request.method != "GET"
        switch (response.status, response.json?["error"]?.text) {
        case (_, "Already created"), (_, "Host is already a member of an active task"): return .conflict
        case (417, _): return .invalidArgument
        case (_, .some): return .refused
        case (401, _), (403, _): return .auth
        case (301, _), (302, _): return .unavailable
        case (404, _): return .notFound
        // A name that no class can have is not sent; a class that is not there is not found.
        case (501, _) where replay.className == "Host": return .invalidArgument
        case (501, _) where !isChange && ["nosuchclass", "user", "unisearch"].contains(replay.className):
            return .notFound
        // A crash in the middle of a change leaves open how far it came.
        case (500, _):
            return isChange && response.headers["content-type"]?.hasPrefix("text/html") ?? false
                ? .uncertain : .server
        default: return replay.className == "system" ? .unavailable : .server
        }
    }
}
