extension FogSim {
    /// Rule by which some answers go wrong.
    public struct FaultRule: Sendable {
        /// Method that it concerns, such as `POST`; `nil` for all.
        public var method: String?
        /// Letters that the path must hold, such as `/task`; empty for all.
        public var path: String
        /// Which of the requests that it concerns go wrong: each that is a multiple of this, 1 or more.
        public var every: Int
        /// How many of the requests that it concerns pass before it begins to count.
        public var skip: Int
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
            /// Request takes effect, then the connection breaks before the answer.
            case dropAnswer
            /// Request takes effect, then the connection breaks after so many bytes of the body.
            case cutAnswer(after: Int)
            /// Request is not looked at; a redirection to another place.
            case redirect(to: String)
        }

        /// Makes a rule.
        public init(
            _ effect: Effect,
            method: String? = nil,
            path: String = "",
            every: Int = 1,
            skip: Int = 0,
            limit: Int? = nil
        ) {
            self.method = method
            self.path = path
            self.every = max(1, every)
            self.skip = max(0, skip)
            self.limit = limit
            self.effect = effect
        }

        /// Loses the answer to every write that makes a task.
        public static let dropTaskAnswers = Self(.dropAnswer, method: "POST", path: "/task")
    }
}
