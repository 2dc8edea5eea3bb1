import CBenchPeer
import LuaKit

/// A Lua loop that calls a bound typed Swift function of two integers, beside the same function in C.
let luaCall = Scenario(name: "lua.call", peer: "C function registered with lua_register", limit: 1.3) {
    let count: Int32 = 200_000
    let machine = try LuaMachine()
    try machine.setGlobal(LuaFunction("add") { (left: Int, right: Int) in left &+ right })
    let chunk = try machine.load("local add, n = add, 0 for i = 1, \(count) do n = add(n, i) end", name: "bench")
    return (
        ours: {
            if case .failed(let error) = machine.step(try machine.start(chunk)) { throw error }
            return Int(count)
        },
        peers: {
            if !bench_peer_call(count) { throw BenchFailure(description: "the C host failed") }
            return Int(count)
        }
    )
}
