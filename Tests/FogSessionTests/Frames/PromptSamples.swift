import FogSession
import Testing

extension Samples {
    static let shownValues: [ShownValue] = [
        .none, .boolean(true), .integer(-1), .number(0.5), .text(ShownText("a\u{1B}[31m", size: 9000, isCut: true)),
        .object(
            ShownObject(
                className: "Host",
                line: "Host 1 \"pc\"",
                fields: [ShownField("deployed", isTime: true, .integer(5))]
            )
        ),
        .rows(
            ShownRows(
                className: "Host",
                columns: [ShownColumn("id", isNumber: true)],
                fields: ["id", "name"],
                rows: [[.integer(1)], [.none]],
                first: 3,
                count: 10_000
            )
        ),
        .table(
            ShownTable(
                name: "Job",
                list: [.repeated(up: 1), .deeper(3)],
                listCount: 2,
                entries: [
                    ShownEntry(
                        .text(ShownText("k")),
                        .table(ShownTable(list: [], listCount: 0, entries: [], entryCount: 0))
                    )
                ],
                entryCount: 1
            )
        ),
        .function(name: "fog.task"), .other("thread"), .repeated(up: 2), .deeper(0),
    ]

    static let promptCommands: [PromptCommand] = [
        .evaluate(
            PromptChunk(number: 3, source: source, keepsLocals: false, isBehind: true, limits: ShownLimits(rows: 1))
        ),
        .stop(job: 2), .tell(1, .jobs), .tell(2, .show(ShowRequest("_3", first: 51, columns: ["name"]))),
        .tell(3, .complete("fog.")),
    ]

    static let evaluations: [Evaluation] =
        [.incomplete, .begun, .wrong(SyntaxFault(message: "m", line: 2, column: 7))]
        + shownValues.map { .done(ChunkResult(values: [$0], kept: "_3", goesOn: true)) }
        + failures.map { .failed($0, goesOn: false) }

    static let promptEvents: [PromptEvent] =
        [.opened, .ended(job: 2, nil), .ended(job: 3, failures[0])]
        + evaluations.enumerated().map { .evaluated($0 + 1, $1) }
        + [
            .told(
                1,
                .jobs([PromptJob(number: 1, text: "x", isLeftOver: true, strands: 2, waitsFor: ["createTask"])])
            ), .told(2, .shown(shownValues[6])), .told(3, .refused("no")),
            .told(
                4,
                .completions(
                    Completions(
                        prefix: "p",
                        candidates: Candidate.Kind.allCases.map { Candidate("pc", $0, detail: "d", help: nil) },
                        isCut: true,
                        names: LiveNames(.rows(className: "Host"), prefix: "p", quote: "'"),
                        call: CallHint(
                            name: "fog.host",
                            signature: "fog.host(key)",
                            summary: "Gets one.",
                            parameters: [.init(name: "key", type: "string", isOptional: false, help: "h")],
                            active: 0,
                            option: nil
                        )
                    )
                )
            ),
            .told(
                5,
                .completions(
                    Completions(prefix: "", candidates: [], names: LiveNames(.server, prefix: "", quote: "\""))
                )
            ),
            .told(
                6,
                .completions(
                    Completions(prefix: "", candidates: [], names: LiveNames(.selector, prefix: "", quote: "\""))
                )
            ),
        ]
}

@Suite struct PromptSampleTests {
    @Test func `Has a sample of every case`() {
        // The compiler says when a case is missing here.
        func isKnown(_ value: ShownValue) -> Bool {
            switch value {
            case .none, .boolean, .integer, .number, .text, .object, .rows, .table, .function, .other, .repeated,
                .deeper:
                true
            }
        }
        func isKnown(_ event: PromptEvent) -> Bool {
            switch event {
            case .opened, .evaluated, .ended, .told: true
            }
        }
        func isKnown(_ evaluation: Evaluation) -> Bool {
            switch evaluation {
            case .incomplete, .wrong, .begun, .done, .failed: true
            }
        }

        #expect(Set(Samples.shownValues.filter(isKnown).map(MessageCodingTests.caseName)).count == 12)
        #expect(Set(Samples.promptEvents.filter(isKnown).map(MessageCodingTests.caseName)).count == 4)
        #expect(Set(Samples.evaluations.filter(isKnown).map(MessageCodingTests.caseName)).count == 5)
        #expect(Set(Samples.promptCommands.map(MessageCodingTests.caseName)).count == 3)
    }
}
