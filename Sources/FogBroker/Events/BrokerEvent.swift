package import FogModel

/// Something that happened in a run, for progress displays and logs.
package struct BrokerEvent: Hashable, Sendable {
    /// What happened.
    package enum Kind: Hashable, Sendable {
        /// An operation has been asked for.
        case operationBegun(OperationBegun)
        /// An operation has been answered or has failed.
        case operationEnded(OperationEnded)
        /// A task has been made on the server.
        case taskCreated(StartedTask)
        /// A task that somebody waits for has moved.
        case taskProgress(TaskProgress)
        /// A task that somebody waited for has ended, or has been given up.
        case verdict(Verdict)
        /// The server has not answered a look, and is waited for.
        case serverUnavailable(ServerUnavailable)
        /// The server answers again.
        case serverBack(ServerBack)
    }

    /// Seconds since the session's clock was started.
    package var seconds: Double
    /// Seconds since 1970-01-01 UTC by the session's clock.
    package var time: Double
    /// Name of the server where it happened; nil for the one that the run is about.
    package var server: String?
    /// What happened.
    package var kind: Kind

    /// Makes an event.
    package init(seconds: Double, time: Double, server: String? = nil, kind: Kind) {
        self.seconds = seconds
        self.time = time
        self.server = server
        self.kind = kind
    }

    /// An operation that has been asked for.
    package struct OperationBegun: Hashable, Codable, Sendable {
        /// Operation's name, as in `createTask`.
        package var operation: String
        /// Place of the operation in its session, from 1.
        package var number: Int
        /// Hosts that it is about to change.
        package var hosts: [HostID]

        /// Makes a beginning.
        package init(operation: String, number: Int, hosts: [HostID]) {
            self.operation = operation
            self.number = number
            self.hosts = hosts
        }
    }

    /// An operation that is over.
    package struct OperationEnded: Hashable, Codable, Sendable {
        /// Operation's name, as in `createTask`.
        package var operation: String
        /// Place of the operation in its session, from 1.
        package var number: Int
        /// `ok`, or the code of the error.
        package var result: String
        /// Error in words; nil where there was none.
        package var message: String?
        /// Seconds that it took.
        package var duration: Double

        /// Makes an end.
        package init(operation: String, number: Int, result: String, message: String?, duration: Double) {
            self.operation = operation
            self.number = number
            self.result = result
            self.message = message
            self.duration = duration
        }
    }

    /// A server that has not answered.
    package struct ServerUnavailable: Hashable, Codable, Sendable {
        /// Why, in words.
        package var message: String

        /// Makes a loss.
        package init(message: String) { self.message = message }
    }

    /// A server that answers again.
    package struct ServerBack: Hashable, Codable, Sendable {
        /// Seconds for which it did not.
        package var duration: Double

        /// Makes a return.
        package init(duration: Double) { self.duration = duration }
    }
}
