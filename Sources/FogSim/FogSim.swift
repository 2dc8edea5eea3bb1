public import FoundationEssentials
public import HTTPTypes
import Synchronization

/// Simulated FOG server, of version 1.5 or 1.6, with hosts that boot, queue and image.
///
/// It answers requests as the recordings of a real server do, and as FOG 1.6 is known to, quirks included. It knows no
/// clock, no network and no chance but its own: the same configuration, seed, start and requests at the same times give
/// the same bytes.
public final class FogSim: Sendable {
    /// Settings with which the simulation was started.
    public let configuration: Configuration

    private let world: Mutex<World>

    /// Starts a simulation.
    ///
    /// - Parameters:
    ///   - configuration: the server, its hosts and how they behave.
    ///   - seed: chooses times and rates within their spread.
    ///   - start: simulated date at which elapsed time is zero; whole seconds count.
    public init(configuration: Configuration, seed: UInt64, start: Date) {
        self.configuration = configuration
        let seconds = Int(start.timeIntervalSince1970.rounded(.down))
        world = Mutex(World(configuration: configuration, seed: seed, start: seconds))
    }

    /// Lets simulated time pass, then answers a request at once, whatever time the answer should take.
    ///
    /// - Parameters:
    ///   - request: method, path from `/fog` on, header fields.
    ///   - body: as sent, empty for none.
    ///   - elapsed: time since the start; going back counts as standing still.
    /// - Returns: the answer, and whether it would have reached the caller.
    public func respond(to request: HTTPRequest, body: [UInt8], at elapsed: Duration) -> Answer {
        world.withLock { world in
            world.advance(to: elapsed)
            return world.respond(to: request, body)
        }
    }

    /// Lets simulated time pass, then takes a request that takes effect and is answered later.
    ///
    /// The effect comes by itself at the time that the visit names, whether or not anybody waits for it.
    ///
    /// - Parameters:
    ///   - request: method, path from `/fog` on, header fields.
    ///   - body: as sent, empty for none.
    ///   - elapsed: time since the start; going back counts as standing still.
    /// - Returns: when the answer comes; fetch it with ``answer(to:at:)`` or give up with ``leave(_:)``.
    public func receive(_ request: HTTPRequest, body: [UInt8], at elapsed: Duration) -> Visit {
        world.withLock { world in
            world.advance(to: elapsed)
            return world.receive(request, body)
        }
    }

    /// Lets simulated time pass, then gives the answer to a request.
    ///
    /// - Returns: `nil` before the answer is due, and after it was given or given up.
    public func answer(to visit: Visit, at elapsed: Duration) -> Answer? {
        world.withLock { world in
            world.advance(to: elapsed)
            return world.collect(visit.number)
        }
    }

    /// Gives up waiting for an answer; the request takes effect all the same.
    public func leave(_ visit: Visit) { world.withLock { $0.leave(visit.number) } }

    /// Lets simulated time pass without a request.
    public func advance(to elapsed: Duration) { world.withLock { $0.advance(to: elapsed) } }

    /// Time of the next thing that happens by itself, since the start; `nil` where nothing will.
    public func nextEvent() -> Duration? { world.withLock { $0.agenda.next } }

    /// Adds a rule of what goes wrong from now on.
    public func add(_ fault: FaultRule) { world.withLock { $0.add(fault) } }

    /// Lets nothing go wrong any more.
    public func removeFaults() { world.withLock { $0.removeFaults() } }

    /// Names of all hosts, in the order of their numbers.
    public func hostNames() -> [String] { world.withLock { $0.hostNames } }

    /// Tells how the computer behind a host stands, at the time of the last request.
    ///
    /// - Returns: `nil` where there is no host of that name.
    public func computer(of host: String) -> Computer? { world.withLock { $0.computer(of: host) } }

    /// Tells whether the server takes connections.
    ///
    /// - Returns: `.refused` within one of the configuration's outages; ``respond(to:body:at:)`` answers even then.
    public func availability(at elapsed: Duration) -> Availability {
        configuration.outages.contains { $0.contains(elapsed) } ? .refused : .available
    }

    /// Gives every change since the start, in order; within one request by class.
    ///
    /// Nothing is kept unless the configuration's `isObserved` is set.
    package func changes() -> [Change] { world.withLock { $0.changes } }

    /// Gives all rows of a class as they are in the database, past the API.
    ///
    /// - Returns: values by column, in the order of the rows' numbers; empty where FOG has no such class.
    package func rows(of table: String) -> [[String: String]] {
        world.withLock { world in (world.store.table(table)?.all ?? []).map(\.texts) }
    }

    /// Changes rows behind the server's back, as a hand in its database would.
    ///
    /// - Parameter patch: JSON object; `rows` holds arrays of rows by class (a row with the `id` of another takes its
    ///   place, columns that are left out keep their value), `remove` arrays of numbers by class, `used` the highest
    ///   number by class that is taken.
    /// - Returns: whether the patch could be read.
    package func patch(_ patch: [UInt8]) -> Bool { world.withLock { $0.patch(patch) } }
}

extension FogSim {
    /// Answer to one request.
    public struct Answer: Sendable {
        /// Status and header fields.
        public var response: HTTPResponse
        /// Body as it goes over the wire, before any transfer coding.
        public var body: [UInt8]
        /// How much of the answer reaches the caller.
        public var delivery: Delivery

        /// Makes an answer.
        public init(response: HTTPResponse, body: [UInt8], delivery: Delivery) {
            self.response = response
            self.body = body
            self.delivery = delivery
        }
    }

    /// How much of an answer reaches the caller.
    public enum Delivery: Sendable, Equatable {
        case whole
        /// Connection breaks after so many bytes of the body.
        case cut(after: Int)
        /// Connection breaks before any byte of the answer; the request may have taken effect.
        case lost
        /// Connection stays open and nothing comes.
        case never
    }

    /// Computer behind a host.
    public struct Computer: Sendable, Equatable {
        /// What it does.
        public enum Power: String, Sendable {
            case off
            /// Between power and its system or its task.
            case starting
            case running
            /// Runs a task.
            case working
            /// Hangs, or waits at a shell for a person.
            case hung
        }

        /// What it does.
        public let power: Power
        /// Name of the image that was last written to its disk as a whole; `nil` for none.
        public let image: String?

        /// Describes a computer.
        public init(power: Power, image: String?) {
            self.power = power
            self.image = image
        }
    }

    /// Whether the server takes connections.
    public enum Availability: Sendable, Equatable {
        case available
        /// Connections are refused.
        case refused
    }

    /// How a server writes the whole numbers of its database.
    public enum Typing: String, Sendable, CaseIterable {
        /// Strings; PHP 8.0 and older.
        case php7
        /// Numbers; PHP 8.1 and newer.
        case php8
    }
}
