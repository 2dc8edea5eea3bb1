import FogScript
import FogSession
import FogSim
import ScriptAPI
import Testing

/// Every function's example runs against the simulated school, in each dialect.
@Suite struct FunctionExampleTests {
    @Test(arguments: [FogSim.Dialect.fog15php7, .fog15php8, .fog16])
    func `Runs the example of every function`(_ dialect: FogSim.Dialect) async throws {
        for spec in FogFunctions.specs {
            guard let example = spec.example else { continue }
            let outcome = try await SimulatedSite(dialect: dialect).run(example)

            #expect(outcome.failure == nil, "\(spec.name): \(outcome.failure?.message ?? "")\n\(example)")
        }
    }

    @Test func `Has an example for every function`() {
        #expect(FogFunctions.specs.filter { $0.example == nil }.map(\.name) == [])
    }
}
