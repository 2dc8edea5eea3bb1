import FogScript
import FogSession

/// Takes bytes for a script and asks what its workflow says of itself.
enum WorkflowInput {
    static func read(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let session = ScriptSession()
        let events = Watch.shared.during(session.stop.kill) {
            session.receive([.describe(ScriptSource(name: "fuzz.lua", text: text))])
        }
        guard events.count == 1 else { return "\(events.count) answers to one question" }
        switch events[0] {
        case .described, .notDescribed: return nil
        default: return "an answer to what was not asked"
        }
    }
}
