/// What each module may import.
///
/// DESIGN.md section 1 is its source; what differs has its reason here.
enum ModuleTable {
    /// Modules of the toolchain that any module may import.
    static let everywhere: Set<String> = ["Foundation", "FoundationEssentials", "Synchronization"]

    /// Modules of the toolchain that only programs may import: what reaches the machine itself.
    static let programs: Set<String> = ["Dispatch", "Glibc"]

    /// NIO, on which AsyncHTTPClient stands.
    private static let nio: Set<String> = ["NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "NIOTLS"]

    /// Own and foreign modules that a module may import.
    static let imports: [String: Set<String>] = [
        "CBenchPeer": [],
        "CLua": [],
        "CLuaShim": [],
        "LuaKit": ["CLuaShim"],
        "ScriptAPI": ["LuaKit"],
        // Lua text without Lua: for the prompt, on both sides of the process wall.
        "LuaSyntax": [],
        "FogModel": [],
        "FogOperations": ["FogModel"],
        // The clock and the executor: decision 0001.
        "FogTime": ["Glibc"],
        "FogSession": ["FogOperations", "FogModel", "FogTime"],
        "FogStdlib": [],
        // FogTime for the executor alone: in process a session runs on a thread of its own.
        "FogScript": [
            "LuaKit", "LuaSyntax", "ScriptAPI", "FogModel", "FogOperations", "FogSession", "FogStdlib", "FogTime",
        ],
        "CConfine": [],
        "FogWorker": [
            "CConfine", "Glibc", "FogModel", "FogOperations", "FogScript", "FogSession", "FogTime",
        ],
        // A worker taken over, for tests.
        "CProbe": [],
        "foghorn-probe": programs + ["CProbe", "FogModel", "FogOperations", "FogSession", "FogWorker"],
        "FogAPI": ["FogModel", "HTTPTypes"],
        "FogHTTP": ["FogAPI", "AsyncHTTPClient", "Crypto", "HTTPTypes"] + nio,
        "FogBroker": ["FogOperations", "FogModel", "FogAPI", "FogTime", "Logging"],
        "FogSim": ["HTTPTypes"],
        // NIO alone: decision 0006.
        "FogSimServer": ["FogSim", "HTTPTypes"] + nio,
        "FogSimTransport": ["FogAPI", "FogSim", "HTTPTypes"],
        "Terminal": [],
        "FogREPL": ["FogModel", "FogSession", "LuaSyntax", "Terminal"],
        "foghorn": programs + [
            "ArgumentParser", "Crypto", "FogAPI", "FogBroker", "FogHTTP", "FogModel", "FogOperations", "FogREPL",
            "FogScript", "FogSession", "FogSim", "FogSimServer", "FogSimTransport", "FogTime", "FogWorker", "HTTPTypes",
            "Logging", "LuaSyntax", "ScriptAPI", "Terminal", "Yams",
        ],
        "foghorn-bench": programs + [
            "CBenchPeer", "LuaKit", "FogAPI", "FogBroker", "FogHTTP", "FogModel", "FogOperations", "FogREPL",
            "FogSession",
            "FogSim", "FogSimServer", "FogSimTransport", "FogScript", "FogTime", "FogWorker", "HTTPTypes", "Logging",
            "ScriptAPI",
            "Terminal", "TestSupport",
        ],
        "CFuzzer": [],
        "foghorn-stress": programs + [
            "CFuzzer", "LuaKit", "FogAPI", "FogModel", "FogOperations", "FogScript", "FogSession", "FogTime",
            "FogWorker", "HTTPTypes", "TestSupport",
        ],
    ]

    /// Lines outside LuaKit that say `unsafe`, by file, and why there is no other way.
    static let unsafeLines: [String: (count: Int, reason: String)] = [
        "Sources/FogTime/ProcessorTime.swift": (1, "a thread's processor time has no other source"),
        "Sources/FogTime/DedicatedThreadExecutor.swift": (1, "an executor runs jobs through an unsafe call"),
        "Sources/FogWorker/Channel.swift": (4, "bytes of a socket are read and written in C"),
        "Sources/foghorn-bench/Scenarios/Sandbox.swift": (1, "the bare C host takes its script as a C string"),
        "Sources/foghorn-stress/Fuzz/Fuzzing.swift": (5, "libFuzzer is called from C, and calls with pointers"),
        "Sources/FogWorker/WorkerProcess.swift": (3, "a process is started in C with its arguments as C strings"),
        "Sources/foghorn/REPL/ShellCommand.swift": (1, "an editor needs the terminal, which Process keeps from it"),
        "Sources/foghorn/Settings/Files/SettingsFile.swift": (1, "the mode of an open file comes from fstat"),
        "Sources/foghorn/Terminal/TerminalModes.swift": (2, "the modes of a terminal are asked for and set in C"),
        "Sources/foghorn/Terminal/TerminalSize.swift": (1, "the size of a terminal comes from ioctl"),
    ]

    /// Files that the program writes.
    static let rendered: [String] = ["stdlib/meta/", "Sources/FogScript/FogScript.docc/Manual.md"]

    /// Files that may read the machine's clock or its random numbers; all others have both passed in.
    static let clockReaders: [String] = [
        "Sources/FogTime/LiveClock.swift", "Sources/FogTime/ProcessorTime.swift", "Sources/FogTime/Ticker.swift",
        "Sources/foghorn/", "Sources/foghorn-bench/",
    ]
}

extension Set {
    fileprivate static func + (one: Self, other: Self) -> Self { one.union(other) }
}
