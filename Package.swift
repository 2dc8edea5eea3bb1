// swift-tools-version: 6.2
import PackageDescription

// Settings of every Swift target. Each use of C is an `unsafe` expression; outside LuaKit there should be none.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

// Each library has one owner module and a reason.
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "foghorn",
    products: [
        .executable(name: "foghorn", targets: ["foghorn"]),
        .library(name: "LuaKit", targets: ["LuaKit"]),
        .library(name: "FogAPI", targets: ["FogAPI"]),
        .library(name: "FogSim", targets: ["FogSim"]),
    ],
    dependencies: [
        // FogAPI, FogSim: requests and answers as values, so that neither knows a client or a server library.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        // FogHTTP: HTTP, TLS and pooling; sends a GET with a body, which FOG 1.5 filters need.
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        // FogHTTP, FogSimServer: what AsyncHTTPClient stands on; its errors and TLS settings are theirs.
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        // FogHTTP: the fingerprint of a certificate, which a profile may pin.
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        // foghorn: the configuration files; knows the line of each key: decision 0009.
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // FogBroker: the audit log, in the form that servers written in Swift share.
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        // foghorn: commands, help and completion from one declaration.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // Lua side: from the C library to the functions that scripts call.
        .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
        .target(name: "CLuaShim", dependencies: ["CLua"], cSettings: [.treatAllWarnings(as: .error)]),
        .target(name: "LuaKit", dependencies: ["CLuaShim"], swiftSettings: strict),
        .target(name: "ScriptAPI", dependencies: ["LuaKit"], swiftSettings: strict),
        // Lua text without Lua: what the prompt needs to know of it.
        .target(name: "LuaSyntax", swiftSettings: strict),
        .target(
            name: "FogStdlib",
            path: "stdlib",
            exclude: ["meta"],
            resources: [
                .embedInCode("budget.lua"),
                .embedInCode("calendar.lua"),
                .embedInCode("check.lua"),
                .embedInCode("csv.lua"),
                .embedInCode("expect.lua"),
                .embedInCode("flow.lua"),
                .embedInCode("json.lua"),
                .embedInCode("list.lua"),
                .embedInCode("main.lua"),
                .embedInCode("os.lua"),
                .embedInCode("prompt.lua"),
                .embedInCode("report.lua"),
                .embedInCode("seal.lua"),
                .embedInCode("table_view.lua"),
                .embedInCode("text.lua"),
                .embedInCode("time.lua"),
                .embedInCode("verbs.lua"),
                .embedInCode("windows.lua"),
                .embedInCode("work.lua"),
                .embedInCode("zone.lua"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FogScript",
            dependencies: [
                "LuaKit", "LuaSyntax", "ScriptAPI", "FogModel", "FogOperations", "FogSession", "FogStdlib", "FogTime",
            ],
            swiftSettings: strict
        ),

        // What FOG's things are, what can be asked, and how a session and its host talk.
        .target(name: "FogModel", swiftSettings: strict),
        .target(name: "FogOperations", dependencies: ["FogModel"], swiftSettings: strict),
        .target(name: "FogSession", dependencies: ["FogModel", "FogOperations", "FogTime"], swiftSettings: strict),
        .target(name: "FogTime", swiftSettings: strict),

        // The process wall: what Linux is asked for in C, and a worker's two sides.
        .target(name: "CConfine", cSettings: [.treatAllWarnings(as: .error)]),
        .target(
            name: "FogWorker",
            dependencies: ["CConfine", "FogModel", "FogOperations", "FogScript", "FogSession", "FogTime"],
            swiftSettings: strict
        ),
        // A worker taken over, for tests.
        .target(name: "CProbe", cSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "foghorn-probe",
            dependencies: ["CProbe", "FogModel", "FogOperations", "FogSession", "FogWorker"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FogWorkerTests",
            dependencies: [
                "CProbe", "FogModel", "FogOperations", "FogScript", "FogSession", "FogTime", "FogWorker",
                "TestSupport", "foghorn-probe", "foghorn-stress",
            ],
            swiftSettings: strict
        ),

        // FOG side: the typed client, its transport, the broker.
        .target(name: "FogAPI", dependencies: ["FogModel", httpTypes], swiftSettings: strict),
        .target(
            name: "FogHTTP",
            dependencies: [
                "FogAPI", asyncHTTPClient, crypto, httpTypes, nioCore, nioHTTP1, nioPosix, nioSSL, nioTLS,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FogBroker",
            dependencies: ["FogAPI", "FogModel", "FogOperations", "FogTime", logging],
            swiftSettings: strict
        ),

        // Simulator: a FOG server of its own, and two ways to reach it.
        .target(name: "FogSim", dependencies: [httpTypes], swiftSettings: strict),
        .target(name: "FogSimTransport", dependencies: ["FogAPI", "FogSim", httpTypes], swiftSettings: strict),
        .target(
            name: "FogSimServer",
            dependencies: ["FogSim", httpTypes, nioCore, nioHTTP1, nioPosix],
            swiftSettings: strict
        ),

        // What is typed at a terminal and shown there, as pure values.
        .target(name: "Terminal", swiftSettings: strict),
        // The prompt: how values, faults and commands look, and what is kept of them.
        .target(
            name: "FogREPL",
            dependencies: ["FogModel", "FogSession", "LuaSyntax", "Terminal"],
            swiftSettings: strict
        ),

        // Programs: the only places where adapters are wired.
        .executableTarget(
            name: "foghorn",
            dependencies: [
                "FogAPI", "FogBroker", "FogHTTP", "FogModel", "FogOperations", "FogREPL", "FogScript", "FogSession",
                "FogSim", "FogSimServer", "FogSimTransport", "FogTime", "FogWorker", "LuaSyntax", "ScriptAPI",
                "Terminal",
                argumentParser, crypto, httpTypes, logging, yams,
            ],
            swiftSettings: strict
        ),

        // Tools of development: LuaKit under failing allocations, FogAPI under damaged answers, both beside their peers.
        .target(name: "CFuzzer", cSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "foghorn-stress",
            dependencies: [
                "CFuzzer", "FogAPI", "FogModel", "FogOperations", "FogScript", "FogSession", "FogTime", "FogWorker",
                "LuaKit", "TestSupport", httpTypes,
            ],
            swiftSettings: strict
        ),
        .target(name: "CBenchPeer", dependencies: ["CLua"], cSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "foghorn-bench",
            dependencies: [
                "CBenchPeer", "FogAPI", "FogBroker", "FogHTTP", "FogModel", "FogOperations", "FogREPL", "FogScript",
                "FogSession",
                "FogSim", "FogSimServer", "FogSimTransport", "FogTime", "FogWorker", "LuaKit", "TestSupport", httpTypes,
                logging,
            ],
            swiftSettings: strict
        ),

        // What tests share: recordings of real servers and a reader of JSON that keeps its order.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),

        // Tests of the Lua side.
        .testTarget(
            name: "LuaKitTests",
            dependencies: ["CBenchPeer", "FogTime", "LuaKit", "TestSupport", "foghorn-stress"],
            swiftSettings: strict
        ),
        .testTarget(name: "LuaSyntaxTests", dependencies: ["LuaSyntax", "FogStdlib"], swiftSettings: strict),
        .testTarget(name: "ScriptAPITests", dependencies: ["LuaKit", "ScriptAPI"], swiftSettings: strict),
        .testTarget(
            name: "FogSiteTests",
            dependencies: [
                "FogAPI", "FogBroker", "FogModel", "FogScript", "FogSession", "FogSim", "FogSimTransport", "FogStdlib",
                "FogTime", "ScriptAPI", "TestSupport", httpTypes, logging,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FogScriptTests",
            dependencies: [
                "CBenchPeer", "FogModel", "FogOperations", "FogScript", "FogSession", "FogStdlib", "FogTime", "LuaKit",
                "ScriptAPI",
            ],
            swiftSettings: strict
        ),

        // Tests of what both sides share.
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "FogREPLTests",
            dependencies: ["FogModel", "FogREPL", "FogSession", "Terminal"],
            swiftSettings: strict
        ),
        .testTarget(name: "FogTimeTests", dependencies: ["FogTime"], swiftSettings: strict),
        .testTarget(
            name: "FogSessionTests",
            dependencies: ["FogModel", "FogOperations", "FogSession", "FogTime"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FogModelTests",
            dependencies: ["FogModel", "FogOperations", "TestSupport"],
            swiftSettings: strict
        ),

        // Tests of the FOG side.
        .testTarget(
            name: "FogAPITests",
            dependencies: ["FogAPI", "FogModel", "FogSim", "FogSimTransport", "TestSupport", httpTypes],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FogAPIFuzzTests",
            dependencies: ["FogAPI", "TestSupport", "foghorn-stress"],
            swiftSettings: strict
        ),

        .testTarget(
            name: "FogBrokerTests",
            dependencies: [
                "FogAPI", "FogBroker", "FogModel", "FogOperations", "FogSim", "FogSimTransport", "FogTime",
                "TestSupport",
                httpTypes, logging,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FogHTTPTests",
            dependencies: ["FogAPI", "FogHTTP", "TestSupport", httpTypes, nioCore, nioPosix, nioSSL],
            swiftSettings: strict
        ),

        // Tests of the simulator.
        .testTarget(name: "FogSimTests", dependencies: ["FogSim", "TestSupport", httpTypes], swiftSettings: strict),
        .testTarget(
            name: "FogSimTransportTests",
            dependencies: ["FogAPI", "FogSim", "FogSimTransport", "FogTime", httpTypes],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FogSimServerTests",
            dependencies: [
                "FogAPI", "FogHTTP", "FogModel", "FogSim", "FogSimServer", "FogSimTransport", "FogTime",
                httpTypes, nioCore, nioPosix,
            ],
            swiftSettings: strict
        ),

        // Tests of the programs.
        .testTarget(
            name: "FoghornTests",
            dependencies: [
                "foghorn", "FogAPI", "FogBroker", "FogHTTP", "FogModel", "FogSession", "FogSim", "FogSimServer",
                "FogWorker", "Terminal", "TestSupport", nioCore, nioPosix, nioSSL,
            ],
            swiftSettings: strict
        ),
    ]
)
