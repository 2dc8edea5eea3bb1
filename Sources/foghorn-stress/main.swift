// Runs LuaKit until it breaks: `foghorn-stress alloc [step]`, `foghorn-stress wait [count]`,
// `foghorn-stress turns [fail every n-th point]`, or all without arguments.
// Exits 1 when something leaked or was left undone. Meant for AddressSanitizer with its leak check, see `.ci/run`.

import Glibc

let arguments = CommandLine.arguments.dropFirst()
let number = arguments.dropFirst().first.flatMap { Int($0) }
var isGood = true

switch arguments.first {
case "alloc": isGood = allocationStress(every: number ?? 1)
case "wait": isGood = waitingStress(count: number ?? 10_000)
case "turns": isGood = allocationStress(every: number ?? 1, nudges: true)
case nil:
    isGood = allocationStress(every: 1) && waitingStress(count: 10_000)
    isGood = allocationStress(every: 5, nudges: true) && isGood
default:
    print("usage: foghorn-stress [alloc [fail every n-th point] | wait [coroutines] | turns [fail every n-th point]]")
    isGood = false
}

exit(isGood ? 0 : 1)
