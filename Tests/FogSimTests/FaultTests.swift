import FogSim
import HTTPTypes
import TestSupport
import Testing

/// Requests and answers that go wrong by rule and by seed.
@Suite struct FaultTests {
    private func client(_ faults: [FogSim.FaultRule], seed: UInt64 = 1) -> SimClient {
        var lab = FogSim.Configuration.lab()
        lab.faults = faults
        return SimClient(lab, seed: seed)
    }

    @Test(arguments: [
        (FogSim.FaultRule.Effect.dropRequest, FogSim.Delivery.lost, 0), (.dropAnswer, .lost, 1), (.hang, .never, 0),
        (.hangAfter, .never, 1), (.crash, .whole, 0), (.page(status: 502), .whole, 0),
        (.cutAnswer(after: 1), .cut(after: 1), 1), (.warning, .whole, 1), (.delay(.seconds(5)), .whole, 1),
    ])
    func `Takes effect or not`(effect: FogSim.FaultRule.Effect, delivery: FogSim.Delivery, tasks: Int) throws {
        let client = client([.init(effect, method: "POST")])

        let answer = client.send("POST", "/fog/host/1/task", #"{"taskTypeID":1}"#)

        #expect(answer.delivery == delivery)
        #expect(try client.activeTasks().count == tasks)
    }

    @Test(arguments: [
        (Duration.zero, "Fri, 15 Jan 2027 08:01:40 GMT"), (.seconds(-3600), "Fri, 15 Jan 2027 07:01:40 GMT"),
    ])
    func `Tells the time by its own clock`(skew: Duration, date: String) throws {
        var lab = FogSim.Configuration.lab()
        lab.clockSkew = skew
        var client = SimClient(lab)
        client.elapsed = .seconds(100)

        #expect(client.send("GET", "/fog/host/1").response.headerFields[.date] == date)
        #expect(client.send("GET", "/fog/nonsense").response.headerFields[.date] == date)
        let made = try client.json("POST", "/fog/group", #"{"name":"new"}"#)["createdTime"]?.text
        #expect(made?.hasSuffix(date.dropFirst(17).prefix(8)) == true)
    }

    @Test func `Puts PHP's warning before the answer`() {
        let text = client([.init(.warning)]).send("GET", "/fog/system/info").text

        #expect(text.hasPrefix("<br />\n<b>Warning</b>:"))
        #expect(text.hasSuffix("success\n"))
    }

    @Test(arguments: [
        ("/fog/host/*/task", "/fog/host/7/task?x=1", true), ("/fog/host/*/task", "/fog/group/7/task", false),
        ("/fog/host/*/task", "/fog/host/7/task/8", false), ("/task", "/fog/host/7/task", true),
        ("/fog/*/7/*", "/fog/host/7/task", true), ("", "/fog", true),
    ])
    func `Knows the requests that its path names`(pattern: String, path: String, isStruck: Bool) {
        #expect((client([.init(.crash, path: pattern)]).send("POST", path).status == 500) == isStruck)
    }

    @Test func `Strikes within its time alone`() {
        var client = client([.init(.page(status: 503), window: .seconds(10)..<(.seconds(20)))])

        let statuses = [9, 10, 19, 20].map { second in
            client.elapsed = .seconds(second)
            return client.send("GET", "/fog/host/1").status
        }

        #expect(statuses == [200, 503, 503, 200])
    }

    @Test func `Strikes by chance, the same for the same seed`() {
        let stories = [UInt64(1), 1, 2].map { seed in
            let client = client([.init(.crash, method: "GET", limit: 40, probability: 0.3)], seed: seed)
            return (1...300).map { _ in client.send("GET", "/fog/host/1").status == 500 }
        }

        #expect(stories[0] == stories[1])
        #expect(stories[0] != stories[2])
        #expect(stories.allSatisfy { $0.count { $0 } == 40 })
        #expect(stories[0].prefix(100).count { $0 } > 15)
    }

    @Test(arguments: [
        ("crash", FogSim.FaultRule(.crash)), ("hang", .init(.hang)), ("hang-after", .init(.hangAfter)),
        ("drop-request", .init(.dropRequest)), ("warning p=0.25", .init(.warning, probability: 0.25)),
        ("page:502 GET /fog/host limit=3", .init(.page(status: 502), method: "GET", path: "/fog/host", limit: 3)),
        ("cut:100 every=2 skip=4", .init(.cutAnswer(after: 100), every: 2, skip: 4)),
        ("redirect:http://x/y", .init(.redirect(to: "http://x/y"))), ("delay:1.5", .init(.delay(.seconds(1.5)))),
        ("drop-answer from=10 to=20", .init(.dropAnswer, window: .seconds(10)..<(.seconds(20)))),
    ])
    func `Reads a rule as it is written on a command line`(text: String, rule: FogSim.FaultRule) throws {
        #expect(try FogSim.FaultRule(parsing: text) == rule)
    }

    @Test(arguments: [
        ("", "begins with"), ("explode", "explode"), ("page", "page"), ("page:99", "page:99"), ("cut:x", "cut:x"),
        ("crash p=2", "p=2"), ("crash often", "often"), ("crash every=0", "every=0"), ("crash from=5 to=5", "from"),
        ("crash x=1", "x=1"), ("boom:1", "boom"),
    ])
    func `Says which word of a rule does not fit`(text: String, word: String) throws {
        let error = #expect(throws: FogSim.FaultRule.ParseError.self) { try FogSim.FaultRule(parsing: text) }
        #expect(try #require(error).message.contains(word))
    }
}
