// Measures scenarios and prints JSON: `foghorn-bench [--check] [NAME…]`. With --check, what is over its limit exits 1.
// `run.…`, `prompt.…` and `worker.…` run the foghorn that lies beside it.
// Build with `-c release`; times are ratios between two programs in one run, since machines differ.

import FogSim
import Glibc

/// All scenarios: one file each.
let scenarios: [Scenario] = [
    luaCall, luaField, luaHosts, flowEach, flowWaiting, sandboxFib, sandboxNBody, sandboxStrings, sandboxSort,
    workerRoundTrip, workerStart, runStart, rollout1000, rollout10000,
    promptStart, promptCompletion, promptHint,
    decodeHosts("api.decode.hosts", .php8), decodeHosts("api.decode.hosts.php7", .php7),
    listHosts("api.list.10000", .fog15php8, limit: 1.5), listHosts("api.list.10000.paging", .fog16, limit: 4),
]

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == ServedLab.command, let dialect = arguments.last.flatMap(FogSim.Dialect.init) {
    try await ServedLab.serve(dialect)
    exit(0)
}

let names = arguments.filter { $0 != "--check" }
let checks = arguments.contains("--check")
var isGood = true
var lines: [String] = []

for scenario in scenarios where names.isEmpty || names.contains(scenario.name) {
    do {
        let result = try await scenario.measure()
        lines.append(result.json(of: scenario))
        if !scenario.accepts(result) { isGood = false }
    } catch {
        print("\(scenario.name): \(error)")
        exit(2)
    }
}

print("{\n" + lines.joined(separator: ",\n") + "\n}")
exit(checks && !isGood ? 1 : 0)
