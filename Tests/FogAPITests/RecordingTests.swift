import FogAPI
import FogModel
import TestSupport
import Testing

@Suite struct RecordingTests {
    @Test func `Reads every recorded answer of its routes, or says why not`() async throws {
        let replays = try Replay.all()
        var covered = 0
        for replay in replays {
            let outcome = await outcome(of: replay)
            let isCovered = outcome == expectation(of: replay)
            #expect(isCovered, "\(replay.testDescription): \(outcome), not \(expectation(of: replay))")
            if isCovered { covered += 1 }
        }

        print("recordings that FogAPI reads: \(covered)/\(replays.count)")
        #expect(covered == replays.count)
        #expect(replays.count > 190)
    }

    /// What came of a call.
    private enum Outcome: Equatable {
        case rows([Replay.Row])
        case refusal(FogError.Code)
        case fault(String)
    }

    private func outcome(of replay: Replay) async -> Outcome {
        do {
            return .rows(try await replay.run())
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
        guard let json = response.json, Replay.classes.contains(replay.className), json != .null else {
            return .rows([])
        }
        let hasNames = !replay.className.hasSuffix("association")
        let rows =
            if json["count"] != nil {
                json[replay.className + "s"]?.elements ?? []
            } else {
                json["id"] == nil || !hasNames || !Self.named.contains(replay.className) ? [] : [json]
            }
        return .rows(
            rows.map {
                .init(
                    id: $0["id"]?.integer ?? 0,
                    name: Self.named.contains(replay.className) ? Self.plain($0["name"]?.text ?? "") : ""
                )
            }
        )
    }

    private static let named: Set<String> = ["host", "image", "group", "task", "tasktype"]

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
        // A crash in the middle of a change leaves open how far it came.
        case (500, _):
            return isChange && response.headers["content-type"]?.hasPrefix("text/html") ?? false
                ? .uncertain : .server
        default: return replay.className == "system" ? .unavailable : .server
        }
    }
}
