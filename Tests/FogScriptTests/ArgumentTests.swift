import FogModel
import FogOperations
import FogScript
import FogSession
import ScriptAPI
import Testing

@Suite struct ArgumentTests {
    let stage = Stage()

    @Test(arguments: [
        ("fog.task(1, {})", "bad argument #2 'type' to 'fog.task' (string, integer or TaskType expected, got table)"),
        ("fog.task(1)", "bad argument #2 'type' to 'fog.task' (string, integer or TaskType expected, got no value)"),
        (
            "fog.task(1, 'deplyo')",
            "bad argument #2 'type' to 'fog.task' (unknown task type \"deplyo\"; did you mean \"deploy\"?)"
        ),
        (
            "fog.task(1, 'deploy', { wkae = true })",
            "bad argument #3 'options' to 'fog.task' (unknown option \"wkae\"; did you mean \"wake\"?)"
        ),
        (
            "fog.task(1, 'deploy', { wake = 1 })",
            "bad argument #3 'options' to 'fog.task' (option \"wake\": boolean expected, got number)"
        ),
        (
            "fog.task(fog.image(1), 'deploy')",
            "bad argument #1 'host' to 'fog.task' (Host, string or integer expected, got Image)"
        ),
        (
            "fog.host(1):task(fog.host(1))",
            "bad argument #1 'type' to 'Host:task' (string, integer or TaskType expected, got Host)"
        ),
        (
            "fog.host(1).task('deploy')",
            "bad argument #1 'type' to 'Host:task' (string, integer or TaskType expected, got no value)"
        ),
        ("fog.host(0)", "bad argument #1 'key' to 'fog.host' (0 is no number of a row; they begin with 1)"),
        ("fog.host('')", "bad argument #1 'key' to 'fog.host' (a name is empty)"),
        ("fog.hosts(1)", "bad argument #1 'selector' to 'fog.hosts' (string expected, got number)"),
        ("fog.hosts('a', nil, 'b')", "bad argument #3 to 'fog.hosts' (no value expected, got string)"),
        (
            "fog.wait('x')",
            "bad argument #1 'task' to 'fog.wait' (Task, SnapinWork, SnapinJob, integer or list expected, got string)"
        ),
        (
            "fog.wait({ 1, 'x' })",
            "bad argument #1 'task' to 'fog.wait' (item 2: Task, SnapinWork, SnapinJob or integer expected, got string)"
        ),
        (
            "fog.wait(1, { stalled = 'soon' })",
            "bad argument #2 'options' to 'fog.wait' (option \"stalled\": a time such as \"90s\", \"15m\", \"2h\" or"
                + " \"1d\" expected, got \"soon\")"
        ),
        (
            "fog.host_create{ mac = '00:11:22:33:44:55' }",
            "bad argument #1 'host' to 'fog.host_create' (option \"name\" is missing: name, 1 to 15 characters)"
        ),
        (
            "fog.host_create{ name = 'x', mac = 'nonsense' }",
            "bad argument #1 'host' to 'fog.host_create' (option \"mac\": \"nonsense\" is no MAC address; write it as"
                + " 00:11:22:aa:bb:cc)"
        ),
        (
            "fog.host_update(1, { imagID = 2 })",
            "bad argument #2 'changes' to 'fog.host_update' (unknown option \"imagID\"; did you mean \"image\"?)"
        ),
        ("fog.image_create{ name = 1 }", "bad argument #1 'image' to 'fog.image_create' (option \"name\": string"),
        ("fog.confirm()", "bad argument #1 'question' to 'fog.confirm' (string expected, got no value)"),
        ("require('flwo')", "no module named \"flwo\"; did you mean \"flow\"?"),
        (
            "require('check')",
            "no module named \"check\"; there are csv, expect, flow, json, list, report, table_view, text, time; a"
                + " module of the script's own is read before the script runs, so its name has to be written out, as in"
                + " require \"lab.names\""
        ),
        ("require()", "bad argument #1 'name' to 'require' (string expected, got no value)"),
        ("prnt('x')", "global 'prnt' is not declared; did you mean \"print\"?"),
        ("flow.each({}, print)", "global 'flow' is not declared; write 'local flow = require(\"flow\")' first"),
        ("hosts()", "global 'hosts' is not declared; did you mean \"fog.hosts\"?"),
        ("x = 1", "global 'x' is not declared; write 'local x' for a variable"),
        ("os.execute('ls')", "os has no function \"execute\"; scripts run no commands"),
    ])
    func `Names the argument and what is wrong with it`(call: String, message: String) throws {
        let failure = try #require(stage.failure("local _\n_ = 1\n" + call))

        #expect(failure.message.hasPrefix("test.lua:3: " + message))
        #expect(failure.line == 3)
    }

    @Test func `Points at the letter where a selector goes wrong`() throws {
        let failure = try #require(stage.failure("fog.hosts('lab-*,id:x')"))

        #expect(failure.message.hasPrefix("test.lua:1: bad argument #1 'selector' to 'fog.hosts' ("))
        #expect(failure.message.contains("\"x\""))
    }

    @Test func `Describes every function in the house's style`() {
        for spec in FogFunctions.specs {
            #expect(spec.summary.hasSuffix("."), "\(spec.name)")
            #expect(spec.parameters.allSatisfy { !$0.help.isEmpty && !$0.help.hasSuffix(".") }, "\(spec.name)")
            #expect(spec.errors.allSatisfy { FogError.Code(rawValue: $0) != nil }, "\(spec.name)")
            #expect(FunctionHelp.page(spec).hasPrefix(spec.name + "("))
        }
    }
}
