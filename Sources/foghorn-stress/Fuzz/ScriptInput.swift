import FogModel
import FogOperations
import FogScript
import FogSession
import Synchronization

/// Gives bytes to a script that waits for them, as answers to what it asks; the script fails where something is wrong.
final class ScriptInput: Sendable {
    /// Inputs that one session gets before a fresh one takes its place.
    private static let mostInputs = 200

    private struct State {
        var session: ScriptSession?
        var inputs = 0
    }

    private let script: String
    private let state = Mutex(State())

    /// - Parameter body: Lua that declares `read(input)`.
    init(_ body: String) {
        script = """
            local function letters(code) return string.char(tonumber(code, 16)) end
            local function check(good, words) if not good then error("complaint: " .. words, 0) end end
            local function known(failure) check(type(failure) ~= "string", "a bare error: " .. tostring(failure)) end
            \(body)
            while true do
              local code = fog.api.request({ method = "GET", path = "/fog/a" }).body
              read((code:gsub("..", letters)))
            end
            """
    }

    /// Gives bytes to the script and waits until it asks for the next ones.
    func read(_ bytes: [UInt8]) -> String? {
        let digits = Array("0123456789abcdef".utf8)
        let code = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        let reply = RawReply(status: 200, body: .text(String(decoding: code, as: UTF8.self)))
        return state.withLock { state in
            let session = state.session ?? opened()
            state = State(session: session, inputs: state.inputs + 1)
            let events = Watch.shared.during(session.stop.kill) {
                session.receive([.answer(state.inputs, .success(.raw(reply)))])
            }
            if state.inputs == Self.mostInputs { state = State() }
            for case .failed(let failure) in events {
                state = State()
                return failure.kind == .script ? failure.message : nil
            }
            return nil
        }
    }

    private func opened() -> ScriptSession {
        let new = ScriptSession()
        _ = new.receive([.run(ScriptSource(name: "fuzz.lua", text: script), SessionSettings())])
        return new
    }
}

extension ScriptInput {
    /// What is read and can be written is the same text when it is read again.
    static let json =
        """
        local json = require("json")
        local function read(input)
          local good, value = pcall(json.decode, input)
          if not good then return known(value) end
          local text = json.encode(value)
          check(json.encode(json.decode(text)) == text, "JSON changes when it is read again")
        end
        """

    /// So is CSV; FOG's own export is only read.
    static let csv =
        """
        local csv = require("csv")
        local function read(input)
          local good, hosts = pcall(csv.parse_hosts, input)
          if not good then known(hosts) end
          local named, failure = pcall(csv.parse, input)
          if not named then known(failure) end
          local good, rows = pcall(csv.parse, input, { header = false, separator = ";" })
          if not good then return known(rows) end
          if #rows == 0 then return end
          local text = csv.format(rows, { separator = ";" })
          local again = csv.parse(text, { header = false, separator = ";" })
          check(csv.format(again, { separator = ";" }) == text, "CSV changes when it is read again")
        end
        """
}
