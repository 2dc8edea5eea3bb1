import LuaKit
import ScriptAPI
import Testing

@Suite struct ArgumentTests {
    typealias Options = FunctionHelpTests.Options
    typealias Context = FunctionHelpTests.Context

    static let function = BoundFunction<Context>(
        "fog.task",
        method: "Host:task",
        "Gives a host a task.",
        Parameter<Int>("host", "host"),
        Parameter<[String]>("words", "words"),
        Parameter<Options?>("options", "how"),
        returns: Parameter<String>(result: "text", "what was given")
    ) { _, host, words, options in
        "\(host) \(words.joined(separator: "+")) \(options?.wake ?? false)"
    }

    @Test func `Hands arguments to the body with their types`() throws {
        let arguments: [LuaValue] = [3, ["a", "b"], ["name": "x", "wake": true]]

        guard case .done(let value) = try Self.function.call(Context(), arguments, isMethod: false) else {
            Issue.record("asks for something")
            return
        }

        #expect(value == "3 a+b true")
    }

    @Test func `Takes a list that tells its own length`() throws {
        let words = LuaValue.table(LuaTable(array: ["a", "b"], fields: ["n": 2]))

        guard case .done(let value) = try Self.function.call(Context(), [3, words], isMethod: false) else {
            Issue.record("asks for something")
            return
        }

        #expect(value == "3 a+b false")
    }

    @Test(
        arguments: [
            ([], "bad argument #1 'host' to 'fog.task' (integer expected, got no value)"),
            ([nil], "bad argument #1 'host' to 'fog.task' (integer expected, got nil)"),
            (["3"], "bad argument #1 'host' to 'fog.task' (integer expected, got string)"),
            ([3.5], "bad argument #1 'host' to 'fog.task' (number has no integer representation)"),
            ([3, "a"], "bad argument #2 'words' to 'fog.task' (list expected, got string)"),
            ([3, ["a", 2]], "bad argument #2 'words' to 'fog.task' (item 2: string expected, got number)"),
            (
                [3, ["key": "a"]],
                "bad argument #2 'words' to 'fog.task' (list expected, got a table with the key \"key\")"
            ),
            (
                [3, ["n": 2]],
                "bad argument #2 'words' to 'fog.task' (list expected, got a table with the key \"n\")"
            ),
            ([3, [], true], "bad argument #3 'options' to 'fog.task' (table expected, got boolean)"),
            (
                [3, [], ["name": "x", "wkae": true]],
                "bad argument #3 'options' to 'fog.task' (unknown option \"wkae\"; did you mean \"wake\"?)"
            ),
            (
                [3, [], ["zzzzz": true]],
                "bad argument #3 'options' to 'fog.task' (unknown option \"zzzzz\"; one of name, wake expected)"
            ),
            (
                [3, [], ["name": "x", "wake": 1]],
                "bad argument #3 'options' to 'fog.task' (option \"wake\": boolean expected, got number)"
            ),
            (
                [3, [], ["wake": true]],
                "bad argument #3 'options' to 'fog.task' (option \"name\" is missing: name of the task)"
            ),
            ([3, [], nil, 4], "bad argument #4 to 'fog.task' (no value expected, got number)"),
        ] as [([LuaValue], String)]
    )
    func `Rejects an argument that does not fit`(arguments: [LuaValue], message: String) {
        let fault = #expect(throws: ArgumentFault.self) {
            _ = try Self.function.call(Context(), arguments, isMethod: false)
        }

        #expect(fault?.message == message)
    }

    @Test func `Compares no option of megabytes with those that there are`() {
        let word = String(repeating: "wake", count: 250_000)
        let fault = #expect(throws: ArgumentFault.self) {
            _ = try Self.function.call(Context(), [3, [], [word: true]], isMethod: false)
        }

        #expect(fault?.message.hasSuffix("\"; one of name, wake expected)") == true)
    }

    @Test func `Counts a method's arguments after its receiver`() {
        let fault = #expect(throws: ArgumentFault.self) {
            _ = try Self.function.call(Context(), [3, "a"], isMethod: true)
        }
        let bare = #expect(throws: ArgumentFault.self) {
            _ = try Self.function.call(Context(), [], isMethod: true)
        }

        #expect(fault?.message == "bad argument #1 'words' to 'Host:task' (list expected, got string)")
        #expect(
            bare?.message
                == "calling 'Host:task' on bad self (integer expected, got no value; call it with a colon)"
        )
    }
}
