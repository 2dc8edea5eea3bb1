import HTTPTypes

extension FogSim {
    /// Request that was taken and is answered later.
    public struct Visit: Sendable, Equatable {
        /// Number of the request, counted from 1.
        public let number: Int
        /// Time since the start at which the request takes effect and its answer comes; `nil` for never.
        public let due: Duration?
    }
}

/// Request between its arrival and its answer.
struct Arrival: Sendable {
    let number: Int
    let request: HTTPRequest
    let body: [UInt8]
    /// What goes wrong with it.
    let fault: FogSim.FaultRule.Effect?
    /// Numbers of tasks from this on were given after the request had looked.
    var sight = Int.max
}
