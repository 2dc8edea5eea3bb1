import CBenchPeer
import LuaKit

/// A Lua loop that calls a bound typed Swift function of two integers, beside the same function in C.
let luaCall = Scenario(name: "lua.call", peer: "C function registered with lua_register", limit: 1.3) {
    let count = 200_000
    let source = "local add, n = add, 0 for i = 1, \(count) do n = add(n, i) end"
    let machine = try LuaMachine()
    try machine.setGlobal(LuaFunction("add") { (left: Int, right: Int) in left &+ right })
    let chunk = try machine.load(source, name: "bench")
    guard let peer = unsafe bench_peer_open() else { throw BenchFailure(description: "no memory") }
    return (
        ours: {
            if case .failed(let error) = machine.step(try machine.start(chunk)) { throw error }
            return count
        },
        peers: {
            if unsafe bench_peer_run(peer, source, source.utf8.count) != 0 {
                throw BenchFailure(description: "peer failed")
            }
            return count
        }
    )
}
