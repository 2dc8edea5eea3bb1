import FogModel
import Foundation
import TestSupport
import Testing

@Suite struct SelectorTests {
    static let now = 1_800_000_000

    static func hosts() throws -> [HostFacts] {
        [
            try make(1, "lab-a-01", groups: ["Lab A"]) { host in
                (host.image, host.macs, host.lastImaged) = ("Windows 11", ["00:11:22:33:44:01"], now - 86_400)
                host.serial = "5CG001"
            },
            try make(2, "lab-a-02", groups: ["Lab A", "Pilot, north"]) { host in
                (host.macs, host.isPending) = (["00:11:22:33:44:02"], true)
                host.states = [.queued]
            },
            try make(3, "lab-b-01", groups: ["Lab B"]) { host in
                (host.image, host.macs) = ("Ubuntu 24.04", ["AA-11-22-33-44-03"])
                (host.lastImaged, host.states) = (now - 40 * 86_400, [.inProgress])
            },
        ]
    }

    private static func make(
        _ number: Int,
        _ name: String,
        groups: [String],
        _ change: (inout HostFacts) -> Void
    ) throws -> HostFacts {
        var host = Host(id: try #require(HostID(number)))
        host.name = name
        var facts = HostFacts(host, groups: groups)
        change(&facts)
        return facts
    }

    @Test(arguments: [
        ("lab-a-*", "1 2"), ("LAB-?-01", "1 3"), ("group:lab a", "1 2"), ("group:Lab A,!lab-a-01", "2"),
        ("group:\"Pilot, north\"", "2"), ("image:Win*, id:3", "1 3"), ("mac:00-11-22", "1 2"), ("mac:0011.22", "1 2"),
        ("mac:aa11*", "3"), ("!lab-b-*", "1 2"), ("lab-a-01 , lab-b-01", "1 3"), ("id:2-3", "2 3"),
        ("serial:5cg*", "1"),
        ("imaged<30d", "1"), ("imaged > 4w", "3"), ("never-imaged", "2"), ("state:idle", "1"), ("state:active", "2 3"),
        ("state:queued", "2"), ("state:In-Progress", "3"), ("state:checked_in", ""), ("state:pending", "2"),
        // What is taken away does not come back, wherever it stands.
        ("lab-a-01,!lab-a-01,id:1", ""), ("!lab-a-01,lab-*", "2 3"), ("!lab-a-01,!lab-b-01", "2"), ("!*", ""),
    ])
    func `Chooses the hosts that its terms name`(_ text: String, _ chosen: String) throws {
        let selector = try Selector(text)

        let hosts = try Self.hosts().filter { selector.selects($0, at: Self.now) }

        #expect(hosts.map { "\($0.id)" }.joined(separator: " ") == chosen)
    }

    @Test(arguments: [
        "a-*,!b", "group:\"x, y\"", "mac:001122", "id:7", "id:3-9", "\"group:odd\"", "\"say \"\"hi\"\"\"",
        "imaged<36h,imaged>2w", "never-imaged,\"never-imagd\"", "state:checked_in", "!state:idle", "\"!x\"", "\"*,\"",
    ])
    func `Writes itself so that it reads as the same again`(_ text: String) throws {
        let selector = try Selector(text)

        #expect(try Selector(selector.description) == selector)
        let coded = try JSONDecoder().decode(Selector.self, from: JSONEncoder().encode(selector))
        #expect(coded == selector)
    }

    @Test(arguments: [
        ("", 1, "there is no term"), ("a,,b", 3, "a term is missing before the comma"),
        ("a,", 3, "a term is missing after the comma"), ("a,!", 4, "a term is missing after the !"),
        ("!!a", 2, "a second ! stands here"), ("group:", 7, "nothing follows \"group:\""),
        ("id:twelve", 4, "\"t\" is no digit"), ("id:9-3", 4, "the numbers run backwards"),
        ("id:0", 4, "no host has this number"), ("mac:zz", 5, "\"z\" is no hexadecimal digit"),
        ("mac:001:2", 7, "the parts between \":\" have two digits"), ("\"open", 1, "the quote is not closed"),
        ("\"a\" b", 5, "a comma is missing"), ("a\"b", 2, "a quote stands in the middle"),
        ("gruop:Lab A", 1, "no key \"gruop:\""), ("x, 00:11:22", 4, "no key \"00:\""),
        ("name=x", 5, "= has no meaning here"),
        ("imaged<30", 10, "the time has no unit"), ("imaged<3y", 9, "\"y\" is no unit of time"),
        ("imaged<99999999w", 8, "the time is longer than 100 years"),
        ("never-imagd", 1, "no condition \"never-imagd\""),
        ("state:qeued", 7, "no state \"qeued\""), ("imagd<3d", 1, "no condition \"imagd\""),
        ("état:x", 1, "no key \"état:\""),
    ])
    func `Names the place of a fault`(_ text: String, _ column: Int, _ problem: String) throws {
        let error = try #require(throws: FogError.self) { try Selector(text) }
        let fault = try #require(throws: SelectorFault.self) { try Selector(parsing: text) }

        #expect(error.code == .invalidArgument)
        #expect(error.message == "selector \"\(text)\", at column \(column): \(problem)")
        #expect(fault.column == column)
    }

    @Test(arguments: [
        ("gruop:Lab A", "did you mean \"group:\"?"), ("state:qeued", "did you mean \"state:queued\"?"),
        ("00:11:22", "did you mean \"mac:00:11:22\"?"), ("imaged:30d", "write imaged<30d or imaged>30d"),
        ("host:x", "write the name alone, as in lab-3-*"), ("group=Lab", "write \"group:\" before the value"),
        ("id:9-3", "write id:3-9"),
    ])
    func `Says what was meant`(_ text: String, _ hint: String) throws {
        let fault = try #require(throws: SelectorFault.self) { try Selector(parsing: text) }

        #expect(fault.hint == hint)
    }

    @Test func `Points at the place, also in a long selector`() throws {
        let long = (1...60).map { "pc-\($0)" }.joined(separator: ",") + ",id:x" + ",pc-1"
        let fault = try #require(throws: SelectorFault.self) { try Selector(parsing: long) }
        let lines = fault.pointer(in: long).split(separator: "\n")

        #expect(lines.count == 2)
        #expect(lines[0].count <= 82 && lines[0].hasPrefix("…"))
        #expect(lines[0][lines[0].index(lines[0].startIndex, offsetBy: lines[1].count - 1)] == "x")
        #expect(fault.pointer(in: "a\u{1B}[31m\n").split(separator: "\n").count == 2)
    }

    @Test func `Takes no more terms and letters than a person writes`() {
        let many = Array(repeating: "a", count: 1_001).joined(separator: ",")
        let long = String(repeating: "a", count: 256)

        #expect(throws: FogError.self) { try Selector(many) }
        #expect(throws: FogError.self) { try Selector(long) }
        #expect(throws: FogError.self) { try Selector("group:" + long) }
    }

    @Test func `Refuses a text of megabytes before it looks at its letters`() throws {
        let text = String(repeating: "a,\"", count: 1_000_000)
        let error = try #require(throws: FogError.self) { try Selector(text) }

        #expect(error.message.hasSuffix("…\", at column 1: it is 3000000 bytes long, and 1048576 are the most"))
        #expect(error.message.utf8.count < 200)
        #expect(error.hint == "give a list of hosts instead")
    }

    @Test(arguments: [
        ("a*b*c*d*e*f*g*h*", String(repeating: "abcdefg", count: 2_000), false), ("a**b", "axxb", true),
        ("*", "", true), ("?", "", false), ("LÄB-?", "läb-1", true), ("a*a", "a", false),
    ])
    func `Fits names in a time that no pattern can blow up`(_ pattern: String, _ name: String, _ fits: Bool) {
        #expect(Glob(pattern).matches(name) == fits)
    }

    @Test func `Reads what it writes of any letters`() throws {
        var dice = Dice(seed: 7)
        let letters = Array("ab1 ,:!\"<>=*?-.")
        for _ in 0..<5_000 {
            let text = String((0..<(1 + dice.number(below: 12))).map { _ in dice.one(of: letters) })
            guard let selector = try? Selector(text) else { continue }
            #expect(try Selector(selector.description) == selector, "\(text)")
        }
    }
}
