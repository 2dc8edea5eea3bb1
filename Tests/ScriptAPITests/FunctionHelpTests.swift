import LuaKit
import ScriptAPI
import Testing

@Suite struct FunctionHelpTests {
    final class Context: ScriptContext {
        func suspend(for request: Int, then next: @escaping (Result<Int, any Error>) throws -> Step<Int, Int, LuaValue>)
        {}
    }

    struct Options: LuaOptionTable {
        var wake = false
        var name = ""

        static let options: [LuaOption<Options>] = [
            .init("name", \.name, isRequired: true, "name of the task"),
            .init("wake", \.wake, "wake the host"),
        ]
    }

    static let function = BoundFunction<Context>(
        "fog.task",
        method: "Host:task",
        "Gives a host a task.",
        Parameter<String>("host", "host that gets it"),
        Parameter<Options?>("options", "how"),
        details: "The task waits until the host next boots from the network; until then nothing happens to its disk.",
        returns: Parameter<Int>(result: "number", "number of the task"),
        operation: "createTask",
        errors: ["not_found", "conflict"],
        origin: "FOG 1.5.9",
        example: "fog.task(\"pc-001\")\nprint(1)"
    ) { _, _, _ in .done(1) }

    @Test func `Renders a page of a function`() {
        #expect(
            FunctionHelp.page(Self.function.spec, width: 60) == """
                fog.task(host[, options])
                Host:task([options])

                  Gives a host a task.

                  The task waits until the host next boots from the network;
                  until then nothing happens to its disk.

                Parameters
                  host (string)
                      host that gets it
                  options (table, may be absent)
                      how

                In options
                  name (string; required)
                      name of the task
                  wake (boolean)
                      wake the host

                Returns
                  number (integer)
                      number of the task

                Errors
                  not_found, conflict

                Asks the server for createTask.

                Example
                  fog.task("pc-001")
                  print(1)

                Origin: FOG 1.5.9

                """
        )
    }

    @Test func `Lists functions with their summaries in one column`() {
        let other = FunctionSpec(name: "fog.info", summary: "Says what server this is.")

        #expect(
            FunctionHelp.list([Self.function.spec, other]) == """
                fog.task(host[, options])  Gives a host a task.
                fog.info()                 Says what server this is.

                """
        )
    }
}
