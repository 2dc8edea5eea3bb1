extension FogSim {
    /// How one host differs from a host that does as it should.
    public struct HostBehaviour: Sendable {
        /// Whether it comes up when woken or restarted.
        public var boots: Bool = true
        /// Extra time before its first check-in.
        public var checkInDelay: Duration = .zero
        /// Per cent of imaging at which it hangs, 0 to 99; `nil` for never.
        public var stallsAt: Int?
        /// Per cent of imaging at which it loses power, 0 to 99; `nil` for never.
        public var powersOffAt: Int?
        /// Per cent of imaging at which it fails, 0 to 99; `nil` for never.
        ///
        /// FOG 1.6 is told of it, FOG 1.5 is not: there it stays at a message on the host's screen.
        public var failsAt: Int?
        /// Per cent of imaging at which somebody cancels its task, 0 to 99; `nil` for never.
        public var cancelledAt: Int?
        /// Time that it takes to image; `nil` for that of the configuration's rates.
        public var imaging: Duration?

        /// Exit codes of its snapins that are not 0, by the name of the snapin.
        public var exitCodes: [String: Int] = [:]

        /// Makes the behaviour of a host that does as it should.
        public init() {}

        /// Never comes up.
        public static let neverBoots: Self = {
            var behaviour = Self()
            behaviour.boots = false
            return behaviour
        }()

        /// Hangs while imaging.
        public static func stalls(at percent: Int) -> Self {
            var behaviour = Self()
            behaviour.stallsAt = percent
            return behaviour
        }

        /// Fails while imaging.
        public static func fails(at percent: Int) -> Self {
            var behaviour = Self()
            behaviour.failsAt = percent
            return behaviour
        }

        /// Loses power while imaging.
        public static func powersOff(at percent: Int) -> Self {
            var behaviour = Self()
            behaviour.powersOffAt = percent
            return behaviour
        }
    }

    /// Deploy that somebody starts in the web page, with a packet that wakes the host.
    public struct Deploy: Sendable {
        /// Name of the host; one that cannot be imaged gets no task.
        public var host: String
        /// Time since the start.
        public var at: Duration

        /// Makes a deploy.
        public init(host: String, at: Duration = .zero) {
            self.host = host
            self.at = at
        }
    }

    /// Active task that somebody cancels in the web page.
    public struct Cancellation: Sendable {
        /// Name of the host whose active tasks are cancelled.
        public var host: String
        /// Time since the start.
        public var at: Duration

        /// Makes a cancellation.
        public init(host: String, at: Duration) {
            self.host = host
            self.at = at
        }
    }
}
