import FogModel
import Testing

@Suite struct SpellingTests {
    @Test(arguments: [
        ("deplyo", "deploy"), ("Deploy", "deploy"), ("captrue", "capture"), ("inventroy", "inventory"),
    ])
    func `Suggests the word that was meant`(_ written: String, _ meant: String) {
        #expect(Suggestion.closest(to: written, among: TaskTypeName.allCases.map(\.rawValue)) == meant)
    }

    @Test func `Suggests nothing where nothing is near`() {
        #expect(Suggestion.closest(to: "banana", among: ["deploy", "capture"]) == nil)
    }

    @Test func `Suggests nothing for a word longer than anybody misspells`() {
        let known = [String(repeating: "a", count: 256)]

        #expect(Suggestion.closest(to: String(repeating: "a", count: 255), among: known) != nil)
        #expect(Suggestion.closest(to: String(repeating: "a", count: 257), among: known) == nil)
    }

    @Test(arguments: ["pc-1", "PC_1", "a.b", "{x}~'"])
    func `Accepts a host name that the server accepts`(_ name: String) {
        #expect(HostName.fault(in: name) == nil)
    }

    @Test(arguments: ["", "a b", "sixteen-letters-", "büro", "a&b"])
    func `Refuses a host name that the server would save and then not find`(_ name: String) {
        #expect(HostName.fault(in: name)?.code == .invalidArgument)
    }

    @Test(arguments: ["00:11:22:aa:bb:cc", "00-11-22-AA-BB-CC", "001122aabbcc", "0011.22aa.bbcc"])
    func `Reads a MAC address in each usual form`(_ text: String) {
        #expect(MACAddress(text)?.description == "00:11:22:aa:bb:cc")
    }

    @Test(arguments: ["", "00:11:22:aa:bb", "00:11:22:aa:bb:cg", "00:11-22:aa:bb:cc", "0:01:12:2aa:bb:cc"])
    func `Refuses what is no MAC address`(_ text: String) {
        #expect(MACAddress(text) == nil)
    }

    @Test func `Gives and takes each field by its name`() throws {
        var host = Host(id: try #require(HostID(7)))
        let image = try #require(Host.fields.first { $0.name == "imageID" })

        #expect(image.set(&host, .integer(3)))
        #expect(host.imageID == ImageID(3))
        #expect(image.set(&host, .integer(0)))
        #expect(host.imageID == nil)
        #expect(!image.set(&host, .flag(true)))
    }
}
