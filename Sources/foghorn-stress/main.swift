// Runs LuaKit and FogAPI until they break: `foghorn-stress alloc [step]`, `foghorn-stress wait [count]`,
// `foghorn-stress turns [fail every n-th point]`, `foghorn-stress answers [count]`, `foghorn-stress frames [count]`,
// `foghorn-stress attacks`, or all without arguments. `foghorn-stress fuzz TARGET [libFuzzer's arguments]` is for `scripts/fuzz`.
// Exits 1 when something leaked or was left undone. Meant for AddressSanitizer with its leak check, see `.ci/run`.

import Glibc

let arguments = CommandLine.arguments.dropFirst()
let number = arguments.dropFirst().first.flatMap { Int($0) }
var isGood = true

switch arguments.first {
case "alloc": isGood = allocationStress(every: number ?? 1)
case "wait": isGood = waitingStress(count: number ?? 10_000)
case "turns": isGood = allocationStress(every: number ?? 1, nudges: true)
case "answers": isGood = await answerStress(count: number ?? 100_000)
case "frames": isGood = frameStress(count: number ?? 10_000_000)
case "attacks": isGood = await attackStress()
case "fuzz":
    let target = arguments.dropFirst().first.flatMap { FuzzTarget(rawValue: $0) }
    isGood = target.map { Fuzzing.run($0, Array(arguments.dropFirst(2))) } ?? false
    if target == nil { print("targets: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))") }
case nil:
    isGood = allocationStress(every: 1) && waitingStress(count: 10_000)
    isGood = allocationStress(every: 5, nudges: true) && isGood
    isGood = await answerStress(count: 100_000) && isGood
    isGood = frameStress(count: 60_000) && isGood
    isGood = await attackStress() && isGood
    for target in FuzzTarget.allCases { isGood = Fuzzing.replay(target) && isGood }
default:
    print(
        """
        usage: foghorn-stress \
        [alloc [every n-th] | wait [coroutines] | turns [every n-th] | answers [count] | frames [count] | attacks | \
        fuzz target]
        """
    )
    isGood = false
}

exit(isGood ? 0 : 1)
