import FogModel
import Testing

@Suite struct SelectorTests {
    struct Case: Sendable, CustomStringConvertible {
        var selector: String
        var chosen: [String]
        var description: String { selector }
    }

    static func hosts() throws -> [(host: Host, groups: [String])] {
        [
            try make(1, "lab-a-01", image: "Windows 11", mac: "00:11:22:33:44:01", groups: ["Lab A"]),
            try make(2, "lab-a-02", image: nil, mac: "00:11:22:33:44:02", groups: ["Lab A", "Pilot, north"]),
            try make(3, "lab-b-01", image: "Ubuntu 24.04", mac: "aa:11:22:33:44:03", groups: ["Lab B"]),
        ]
    }

    static func make(
        _ number: Int,
        _ name: String,
        image: String?,
        mac: String,
        groups: [String]
    ) throws -> (host: Host, groups: [String]) {
        var host = Host(id: try #require(HostID(number)))
        host.name = name
        host.imagename = image
        host.macs = [mac]
        return (host, groups)
    }

    @Test(arguments: [
        Case(selector: "lab-a-*", chosen: ["lab-a-01", "lab-a-02"]),
        Case(selector: "LAB-?-01", chosen: ["lab-a-01", "lab-b-01"]),
        Case(selector: "group:lab a", chosen: ["lab-a-01", "lab-a-02"]),
        Case(selector: "group:Lab A,!lab-a-01", chosen: ["lab-a-02"]),
        Case(selector: "group:\"Pilot, north\"", chosen: ["lab-a-02"]),
        Case(selector: "image:Win*, id:3", chosen: ["lab-a-01", "lab-b-01"]),
        Case(selector: "mac:00-11-22", chosen: ["lab-a-01", "lab-a-02"]),
        Case(selector: "!lab-b-*", chosen: ["lab-a-01", "lab-a-02"]),
        Case(selector: "lab-a-01 , lab-b-01", chosen: ["lab-a-01", "lab-b-01"]),
    ])
    func `Chooses the hosts that its terms name`(_ row: Case) throws {
        let selector = try Selector(row.selector)

        let chosen = try Self.hosts().filter { selector.selects($0.host, groups: $0.groups) }.map(\.host.name)

        #expect(chosen == row.chosen)
    }

    @Test(arguments: ["a-*,!b", "group:\"x, y\"", "mac:001122", "id:7", "\"group:odd\"", "\"say \"\"hi\"\"\""])
    func `Writes itself so that it reads as the same again`(_ text: String) throws {
        let selector = try Selector(text)

        #expect(try Selector(selector.description) == selector)
    }

    @Test(arguments: [
        ("", "expects a name at character 1"),
        ("a,,b", "expects a name at character 3"),
        ("group:", "expects something after \"group:\" at character 7"),
        ("id:twelve", "expects the number of a host after \"id:\", not \"twelve\" at character 4"),
        ("mac:zz", "expects a MAC address or its beginning after \"mac:\", not \"zz\" at character 5"),
        ("\"open", "finds no closing quote at character 1"),
        ("\"a\" b", "expects a comma at character 5"),
    ])
    func `Names the place of a fault`(_ text: String, _ fault: String) throws {
        let error = try #require(throws: FogError.self) { try Selector(text) }

        #expect(error.code == .invalidArgument)
        #expect(error.message.hasSuffix(fault))
    }
}
