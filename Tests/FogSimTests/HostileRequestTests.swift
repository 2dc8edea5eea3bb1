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
        for dialect in FogSim.Dialect.allCases {
            let answer = SimClient(.lab(dialect: dialect)).send("GET", path)
            // What stands after `list` is a filter on FOG 1.6.
            let known = [200, 301, 302, 404, 501] + (dialect.isFog16 ? [400] : [])
            #expect(known.contains(answer.status), "\(dialect): \(answer.status)")
        }
    }

    @Test(arguments: [
        "filter", "filter=", "filter=%", "filter=%zz", "filter==", "filter=&filter=name=x", "filter=name", "filter=,",
        "filter=id=,,,", "filter=name=***", "filter=id=99999999999999999999999", "start=-1&length=5",
        "length=99999999999",
        "start=9223372036854775807&length=9223372036854775807", "length=x", "start=&length=", "expand=", "expand=,all,",
        "%66ilter=name=x", "=&&=", "filter=name=%00", "filter=%F0%9F%98%80=1",
    ])
    func `Answers odd queries as a server would`(query: String) {
        let client = SimClient(.lab(dialect: .fog16))

        for path in ["/fog/host?", "/fog/host/count?", "/fog/task/active?", "/fog/host/1?", "/fog/host/ids?"] {
            let answer = client.send("GET", path + query)
            #expect([200, 400].contains(answer.status), "\(path)")
        }
    }

    @Test(arguments: [
        #"{"imageID":1e300}"#, #"{"imageID":-1e300}"#, #"{"imageID":"99999999999999999999"}"#, #"{"imageID":[]}"#,
        #"{"imageID":{}}"#, #"{"name":[1]}"#, #"{"macs":"x"}"#, #"{"macs":{"a":1}}"#, "[]", "1", "\"x\"", "{",
        #"{"description":"\ud800"}"#, #"{"description":"😀"}"#, String(repeating: "[", count: 100_000),
    ])
    func `Answers odd bodies as a server would`(body: String) {
        for dialect in FogSim.Dialect.allCases {
            let client = SimClient(.lab(dialect: dialect))
            for (method, path) in [
                ("PUT", "/fog/host/1"), ("POST", "/fog/host"), ("POST", "/fog/host/1/task"), ("GET", "/fog/host"),
            ] {
                let known = [200, 404, 417, 500, 501] + (dialect.isFog16 ? [400, 403, 406] : [])
                #expect(known.contains(client.send(method, path, body).status))
            }
        }
    }

    @Test(arguments: FogSim.Dialect.allCases)
    func `Survives mutated requests`(dialect: FogSim.Dialect) throws {
        var configuration = FogSim.Configuration.lab(hosts: 6, dialect: dialect)
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
