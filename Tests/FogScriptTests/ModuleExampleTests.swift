import FogStdlib
import Testing

@Suite struct ModuleExampleTests {
    @Test(arguments: ModuleExample.all)
    func `Runs each example and prints what it promises`(example: ModuleExample) throws {
        let stage = Stage()

        try stage.run(example.script)

        let printed = stage.printed.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        if !example.printed.isEmpty { #expect(printed.map(String.init) == example.printed) }
    }

    @Test(arguments: Stdlib.modules)
    func `Has an example of each function`(module: String) {
        #expect(ModuleExample.functionsWithout(module) == [])
    }
}
