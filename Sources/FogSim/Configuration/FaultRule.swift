extension FogSim {
    /// Rule by which some answers go wrong.
    ///
    /// Of several rules that strike the same request the first counts; delays add up.
    public struct FaultRule: Sendable, Equatable {
        /// Method that it concerns, such as `POST`; `nil` for all.
        public var method: String?
        /// Letters that the path must hold, such as `/task`; with `*` the whole path from `/fog` on, where `*` stands for
        /// one part, as in `/fog/host/*/task`; empty for all.
        public var path: String
        /// Times since the start at which it looks at requests; `nil` for always.
        public var window: Range<Duration>?
        /// How many of the requests that it concerns pass before it begins to count.
        public var skip: Int
        /// Which of the requests that it concerns may go wrong: each that is a multiple of this, 1 or more.
        public var every: Int
        /// Share of those that do go wrong, 0 to 1; drawn from the simulation's seed.
        public var probability: Double
        /// How often it strikes; `nil` for always.
        public var limit: Int?
        /// What goes wrong.
        public var effect: Effect

        /// What goes wrong.
        public enum Effect: Sendable, Equatable {
            /// Request is not looked at; 500 with an empty body of HTML, as when PHP crashes.
            case crash
            /// Request is not looked at; this status with a page of HTML, as a proxy sends it.
            case page(status: Int)
            /// Request is not looked at; a redirection to another place.
            case redirect(to: String)
            /// Request is not looked at; the connection breaks.
            case dropRequest
            /// Request takes effect, then the connection breaks before the answer.
            case dropAnswer
            /// Request takes effect, then the connection breaks after so many bytes of the body.
            case cutAnswer(after: Int)
            /// Request is not looked at, and no answer comes.
            case hang
            /// Request takes effect, and no answer comes.
            case hangAfter
            /// Request takes effect and is answered so much later.
            case delay(Duration)
            /// Request takes effect; a warning of PHP stands before the body.
            case warning
        }

        /// Makes a rule.
        public init(
            _ effect: Effect,
            method: String? = nil,
            path: String = "",
            window: Range<Duration>? = nil,
            every: Int = 1,
            skip: Int = 0,
            limit: Int? = nil,
            probability: Double = 1
        ) {
            self.method = method
            self.path = path
            self.window = window
            self.every = max(1, every)
            self.skip = max(0, skip)
            self.limit = limit
            self.probability = probability
            self.effect = effect
        }

        /// Loses the answer to every write that makes a task.
        public static let dropTaskAnswers = Self(.dropAnswer, method: "POST", path: "/task")
    }
}

extension FogSim.FaultRule {
    /// Whether the rule looks at a request.
    func concerns(_ method: String, _ path: String, at time: Duration) -> Bool {
        guard self.method == nil || self.method == method, window?.contains(time) ?? true else { return false }
        guard self.path.contains("*") else { return self.path.isEmpty || path.contains(self.path) }
        let wanted = self.path.split(separator: "/", omittingEmptySubsequences: false)
        let given = path.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
        return wanted.count == given.count && zip(wanted, given).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
