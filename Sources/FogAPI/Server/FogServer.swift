import FogModel
import Synchronization

/// A FOG server as a typed client: lists, rows, changes and tasks, with a guard for each known trap of FOG's API.
///
/// All functions throw `FogError`, or `CancellationError` where the calling task was cancelled. A change that was
/// cancelled after it was sent may have happened. Errors carry no `FogError.operation`: the caller knows it.
///
/// ```swift
/// let server = FogServer(transport: transport, credentials: credentials, clock: ContinuousClock()) { .random(in: 0..<1) }
/// for host in try await server.hosts(matching: Selector("group:Lab A")) { print(host.name) }
/// ```
public final class FogServer: Sendable {
    /// Carries the requests.
    let transport: any FogTransport
    /// Tokens that are sent with each request.
    package let credentials: FogCredentials
    /// Waits between two sendings.
    let clock: any Clock<Duration>
    let limits: FogLimits
    /// Gives numbers from 0 up to 1.
    let jitter: @Sendable () -> Double
    /// Keeps the number of requests that are under way within the limit.
    let places: Limiter
    /// Time since the client was made, on its clock.
    let uptime: @Sendable () -> Duration
    /// What is read for several callers at once.
    let shared: SharedReads
    let known = Mutex(Known())

    /// What is asked for once and kept.
    struct Known {
        var info: ServerInfo?
        var dialect: Dialect?
        var capabilities: [Capability: Bool] = [:]
        /// Whether the server has crashed over the list of all its hosts.
        var needsHostPages = false
        /// Size of a page of numbers that the server bears, by class.
        var pageSizes: [String: PageSize] = [:]
        /// The same for lists that the server itself gives by pages.
        var listSizes: [String: PageSize] = [:]
        /// Names of rows by class and number, for the tasks of a 1.6; an empty one is a row that has gone.
        var names: [String: [Int: String]] = [:]
        /// Filters that the server has refused, as `class:field`.
        var unfilterable: Set<String> = []
        var zone: String?
        /// When to ask for the zone again, by ``FogServer/uptime``, after the server broke down over it.
        var zoneRetry = Duration.zero
        /// Whether a server of 1.5 has taken both tokens.
        var isLoginProven = false
        var taskTypes: [TaskType]?
        /// Hosts for which a task is being made just now.
        var claims = TaskClaims()
    }

    /// Makes a client; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - transport: carries the requests; its address is named in errors.
    ///   - credentials: tokens, sent with each request.
    ///   - clock: waits before a read is sent again and before a lost task is looked up again.
    ///   - limits: times and numbers of tries.
    ///   - jitter: gives a random number from 0 up to 1, for the pauses.
    public init(
        transport: any FogTransport,
        credentials: FogCredentials,
        clock: any Clock<Duration>,
        limits: FogLimits = FogLimits(),
        jitter: @escaping @Sendable () -> Double
    ) {
        self.transport = transport
        self.credentials = credentials
        self.clock = clock
        self.limits = limits
        self.jitter = jitter
        places = Limiter(limits.concurrency)
        shared = SharedReads(limits, places, clock)
        uptime = Self.stopwatch(clock)
    }

    private static func stopwatch<Time: Clock<Duration>>(_ clock: Time) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }

    /// Makes a client of a server whose dialect is known.
    package convenience init(
        transport: any FogTransport,
        credentials: FogCredentials,
        clock: any Clock<Duration>,
        limits: FogLimits = FogLimits(),
        dialect: Dialect,
        jitter: @escaping @Sendable () -> Double
    ) {
        self.init(transport: transport, credentials: credentials, clock: clock, limits: limits, jitter: jitter)
        known.withLock { $0.dialect = dialect }
    }

    /// Base address for people.
    public var address: String { transport.address }
}
