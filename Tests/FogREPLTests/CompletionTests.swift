import FogREPL
import FogSession
import Terminal
import Testing

@Suite struct NameListTests {
    private static let names = NameList(["Lab-2", "lab-10", "lab-1", "pc-1", "lab-1", ""])

    @Test(arguments: [
        ("", ["lab-1", "lab-10", "Lab-2", "pc-1"]), ("lab", ["lab-1", "lab-10", "Lab-2"]),
        ("LAB-1", ["lab-1", "lab-10"]),
        ("pc-1", ["pc-1"]), ("pc-10", []), ("z", []), ("a", []),
    ])
    func `Finds names by their beginning, whatever the case`(beginning: String, found: [String]) {
        #expect(Self.names.beginning(with: beginning) == found)
    }

    @Test func `Leaves no name out, however many there are`() {
        let names = NameList((1...9_999).map { "lab-\($0)" })

        #expect(names.beginning(with: "lab-").count == 9_999)
        #expect(names.beginning(with: "lab-9").count == 1_111)
    }
}

@Suite struct CompletionOfferTests {
    private static let hosts = NameList(["pc-1", "pc-2", "o'hara", "a,b"])
    private static let groups = NameList(["Lab A", "Lab B"])

    /// What the editor would write behind a text for a wish of names; the candidates where there are several.
    private func offer(_ text: String, _ kind: FogSession.LiveNames.Kind, _ names: NameList?) -> [String]? {
        let quote = text.contains("\"") ? "\"" : "'"
        let prefix = text.split(separator: quote, omittingEmptySubsequences: false).last.map(String.init) ?? ""
        let known = FogSession.Completions(
            prefix: prefix,
            candidates: [],
            names: FogSession.LiveNames(kind, prefix: prefix, quote: quote)
        )
        guard let offer = CompletionOffer(known, names: names, behind: text).completions else { return nil }
        let start = String(text.prefix(offer.range.lowerBound))
        return offer.candidates.map { start + $0 + offer.suffix }
    }

    @Test func `Closes the quote behind the only name`() {
        #expect(offer("fog.host('pc-1", .rows(className: "Host"), Self.hosts) == ["fog.host('pc-1'"])
        #expect(offer("fog.host('pc", .rows(className: "Host"), Self.hosts) == ["fog.host('pc-1", "fog.host('pc-2"])
        #expect(offer("fog.host('x", .rows(className: "Host"), Self.hosts) == nil)
        #expect(offer("fog.host('pc", .rows(className: "Host"), nil) == nil)
    }

    @Test func `Completes the last term of a selector`() {
        #expect(offer("f(\"pc-1,!pc-2", .selector, Self.hosts) == ["f(\"pc-1,!pc-2\""])
        #expect(offer("f(\"group:Lab A", .selector, Self.groups) == ["f(\"group:Lab A\""])
        #expect(offer("f(\"gro", .selector, Self.hosts) == ["f(\"group:"])
        #expect(offer("f(\"GRO", .selector, Self.hosts) == ["f(\"group:"])
        #expect(offer("f(\"state:que", .selector, nil) == ["f(\"state:queued\""])
        #expect(offer("f(\"never", .selector, nil) == ["f(\"never-imaged\""])
    }

    @Test func `Offers no name that a selector would read as something else`() {
        #expect(offer("f(\"a", .selector, Self.hosts) == nil)
    }

    @Test func `Writes a name so that the text does not end in it`() {
        #expect(offer("f('o", .rows(className: "Host"), Self.hosts) == ["f('o\\'hara'"])
        #expect(offer("f(\"o", .rows(className: "Host"), Self.hosts) == ["f(\"o'hara\""])
    }

    @Test(arguments: [(Candidate.Kind.function, "("), (.method, "("), (.option, " = "), (.field, ""), (.keyword, "")])
    func `Puts behind the only candidate what has to follow`(kind: Candidate.Kind, suffix: String) {
        let known = FogSession.Completions(prefix: "ho", candidates: [Candidate("hosts", kind)])
        let offer = CompletionOffer(known, names: nil, behind: "fog.ho").completions

        #expect(offer?.candidates == ["hosts"])
        #expect(offer?.range == 4..<6)
        #expect(offer?.suffix == suffix)
    }

    @Test func `Knows which names are wanted`() {
        let wish = { (text: String) in FogSession.LiveNames(.selector, prefix: text, quote: "'") }

        #expect(CompletionOffer.className(of: wish("pc")) == "Host")
        #expect(CompletionOffer.className(of: wish("pc-1,group:L")) == "Group")
        #expect(CompletionOffer.className(of: wish("!image:")) == "Image")
        #expect(CompletionOffer.className(of: wish("mac:00")) == nil)
    }
}

@Suite struct HintLineTests {
    private static let call = CallHint(
        name: "fog.task",
        signature: "fog.task(host, type)",
        summary: "Gives a host a task.",
        parameters: [
            .init(name: "host", type: "Host or string", isOptional: false, help: "the host"),
            .init(name: "type", type: "string", isOptional: false, help: ""),
        ],
        active: 1
    )

    @Test func `Tells of the argument that is being written`() {
        #expect(HintLine.text(Self.call, width: 80) == "fog.task(host, type)   type: string")
        var call = Self.call
        call.active = nil
        #expect(HintLine.text(call, width: 80) == "fog.task(host, type)   Gives a host a task.")
        call.option = .init(name: "wake", type: "boolean", isOptional: true, help: "wake it first")
        #expect(HintLine.text(call, width: 80) == "fog.task(host, type)   wake: boolean, wake it first")
    }

    @Test func `Keeps to the width, the argument first`() {
        #expect(HintLine.text(Self.call, width: 20) == "type: string")
        #expect(HintLine.text(Self.call, width: 8) == "type: s…")
    }
}
