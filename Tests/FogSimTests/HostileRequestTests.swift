import FogSim
import TestSupport
import Testing

@Suite struct HostileRequestTests {
    @Test(arguments: [
        "", "/", "/fog", "/fogs/host", "/fog/", "/fog//", "/fog/host//", "/fog/host/list/more", "/fog/task/active/",
        "/fog/host/99999999999999999999999", "/fog/host/-1", "/fog/host/search", "/fog/host/search/%", "/fog/\u{0}",
        "/fog/service", "/fog/service/", "/fog/service/nothing.php", "/fog/system", "/fog/system/info/more",
    ])
    func `Answers odd paths as a server would`(path: String) {
        let answer = SimClient(.lab()).send("GET", path)

        #expect([200, 301, 302, 404, 501].contains(answer.status), "\(answer.status)")
    }

    @Test(arguments: [
        #"{"imageID":1e300}"#, #"{"imageID":-1e300}"#, #"{"imageID":"99999999999999999999"}"#, #"{"imageID":[]}"#,
        #"{"imageID":{}}"#, #"{"name":[1]}"#, #"{"macs":"x"}"#, #"{"macs":{"a":1}}"#, "[]", "1", "\"x\"", "{",
        #"{"description":"\ud800"}"#, #"{"description":"😀"}"#, String(repeating: "[", count: 100_000),
    ])
    func `Answers odd bodies as a server would`(body: String) {
        let client = SimClient(.lab())

        for (method, path) in [
            ("PUT", "/fog/host/1"), ("POST", "/fog/host"), ("POST", "/fog/host/1/task"), ("GET", "/fog/host"),
        ] {
            #expect([200, 404, 417, 500, 501].contains(client.send(method, path, body).status))
        }
    }

    @Test func `Survives mutated requests`() throws {
        var configuration = FogSim.Configuration.lab(hosts: 6)
        configuration.rates.report = .seconds(60)
        var client = SimClient(configuration)
        var chance = Chance(state: 42)
        let recordings = try Fixtures.recordings(.php8)

        for round in 0..<3000 {
            let request = recordings[chance.below(recordings.count)].request
            let path = chance.mutate(request.path)
            client.elapsed = .seconds(round)
            let answer = client.send(request.method, path, chance.mutate(request.body ?? ""))
            #expect((200..<600).contains(answer.status))
        }
    }
}

/// Small generator of mutations.
private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    /// Replaces, drops or doubles a byte now and then.
    mutating func mutate(_ text: String) -> String {
        guard below(2) == 0, !text.isEmpty else { return text }
        var bytes = Array(text.utf8)
        let place = below(bytes.count)
        switch below(4) {
        case 0: bytes[place] = UInt8(32 + below(95))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(48 + below(10)), at: place)
        default: bytes.removeLast(bytes.count - place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
