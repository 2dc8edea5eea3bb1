import FogModel
import LuaKit
import ScriptAPI

/// Options of a verb: its own, those of the tasks that it makes, and those of the wait for them.
struct VerbOptions<Own: VerbOptionTable>: LuaOptionTable {
    var own = Own()
    var wakes = true
    var waits = true
    var parallel = ParallelArgument()
    /// Options of `fog.task`, checked and as they were given.
    var task: [String: LuaValue] = [:]
    /// Options of `fog.wait`, checked and as they were given.
    var wait: [String: LuaValue] = [:]

    static var options: [LuaOption<VerbOptions>] {
        Own.options.map { $0.within(\.own) }
            + (Own.isForMany ? [.init("parallel", \.parallel, ParallelArgument.help)] : [])
            + [.init("wake", \.wakes, "wake the host first (default true)")]
            + TaskOptionTable.options.filter { Own.taskOptions.contains($0.spec.name) }.map { $0.kept(in: \.task) }
            + [.init("wait", \.waits, "wait for the end; with false it is enough that the server knows (default true)")]
            + WaitOptionTable.options.map { $0.kept(in: \.wait) }
    }

    init() {}
}

/// What one verb takes beside what all of them take.
protocol VerbOptionTable: LuaOptionTable {
    /// Options of `fog.task` that it takes too.
    static var taskOptions: Set<String> { get }
    /// Whether it takes several hosts.
    static var isForMany: Bool { get }
}

/// Options of a verb that has none of its own.
struct PlainOptions: VerbOptionTable {
    static let options: [LuaOption<PlainOptions>] = []
    static let taskOptions: Set<String> = ["name", "shutdown", "replace"]
    static let isForMany = true
}

/// How an image is deployed.
struct DeployOptions: VerbOptionTable {
    var image: RowArgument<Image>?
    var snapins: SnapinsOption?

    static let options: [LuaOption<DeployOptions>] = [
        .init("image", \.image, "image that hosts with another one get first (default: each host's own)"),
        .init("snapins", \.snapins, "run the host's snapins afterwards: true, or a list of what it also gets first"),
    ]
    static let taskOptions: Set<String> = ["name", "shutdown", "replace", "debug", "stop_at_failed_snapin"]
    static let isForMany = true

    init() {}
}

/// How a disk is captured.
struct CaptureOptions: VerbOptionTable {
    var image: RowArgument<Image>?

    static let options: [LuaOption<CaptureOptions>] = [
        .init("image", \.image, "image that the host gets first, and that is replaced (default: the host's own)")
    ]
    static let taskOptions: Set<String> = ["name", "shutdown", "replace", "debug"]
    static let isForMany = false

    init() {}
}

/// How snapins are run.
struct SnapinOptions: VerbOptionTable {
    static let options: [LuaOption<SnapinOptions>] = []
    static let taskOptions: Set<String> = ["name", "shutdown", "replace", "stop_at_failed_snapin"]
    static let isForMany = true
}

/// How hosts are woken.
struct WakeOptions: LuaOptionTable {
    var parallel = ParallelArgument()
    var stagger: DurationArgument?
    var retries = RetriesArgument()
    var spacing: DurationArgument?

    static let options: [LuaOption<WakeOptions>] = [
        .init("parallel", \.parallel, ParallelArgument.help),
        .init("stagger", \.stagger, "time between one host and the next, which are then woken one by one (default 0)"),
        .init("retries", \.retries, "how often the packet is sent again, 0 to 10: one may be lost (default 0)"),
        .init("spacing", \.spacing, "time between one packet and the next (default 10s)"),
    ]

    init() {}
}

/// How many hosts are worked on at a time.
struct ParallelArgument: LuaConvertible {
    var count = 8

    static let help = "hosts at a time, 1 to 1000 (default 8)"
    static var luaType: LuaTypeSpec { LuaTypeSpec("integer") }

    init() {}

    init(lua value: LuaValue) throws(LuaMismatch) {
        count = try Int(lua: value)
        guard (1...1000).contains(count) else { throw .value("\(count) is not from 1 to 1000") }
    }
}

/// How often something is done again.
struct RetriesArgument: LuaConvertible {
    var count = 0

    static var luaType: LuaTypeSpec { LuaTypeSpec("integer") }

    init() {}

    init(lua value: LuaValue) throws(LuaMismatch) {
        count = try Int(lua: value)
        guard (0...10).contains(count) else { throw .value("\(count) is not from 0 to 10") }
    }
}

/// Which snapins run after an image: all that the host has, after it got some more.
enum SnapinsOption: LuaConvertible {
    case all(Bool)
    case also(RowsArgument<Snapin>)

    static var luaType: LuaTypeSpec { LuaTypeSpec("boolean", "list") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        if case .boolean(let isAny) = value {
            self = .all(isAny)
        } else {
            self = .also(try RowsArgument(lua: value))
        }
    }

    /// Whether any run.
    var isAny: Bool {
        switch self {
        case .all(let isAny): isAny
        case .also(let snapins): !snapins.rows.isEmpty
        }
    }

    /// Snapins that the host gets first; nil for none.
    var snapins: RowsArgument<Snapin>? {
        if case .also(let snapins) = self { snapins } else { nil }
    }
}

/// How thoroughly a disk is wiped.
enum WipeKind: String, LuaConvertible, CaseIterable {
    case fast, normal, full

    static var luaType: LuaTypeSpec { LuaTypeSpec("string") }

    init(lua value: LuaValue) throws(LuaMismatch) {
        guard let text = value.string else { throw .type }
        guard let kind = WipeKind(rawValue: text) else {
            let names = WipeKind.allCases.map(\.rawValue)
            let hint = Suggestion.hint(for: text, among: names) ?? "one of \(names.joined(separator: ", ")) expected"
            throw .value("unknown kind \"\(text)\"; \(hint)")
        }
        self = kind
    }

    /// Task type that does it.
    var type: TaskTypeName {
        switch self {
        case .fast: .fastWipe
        case .normal: .normalWipe
        case .full: .fullWipe
        }
    }
}
