import FogModel

/// Which hosts of this process are being given a task, and where nobody knows whether they were.
///
/// FOG has no lock: of two requests for one host both are carried out. So one at a time is let through, and after one
/// whose answer was lost none is until the server cannot be at work on it any more.
struct TaskClaims {
    /// A request whose answer was lost and whose task was not seen.
    struct Doubt: Equatable {
        let marker: TaskMarker
        /// Task type's name.
        let type: String
        /// When the server cannot be at work on it any more, on the client's clock.
        let end: Duration
    }

    private var running: [HostID: String] = [:]
    private var doubts: [HostID: Doubt] = [:]

    /// Takes a host for one request.
    ///
    /// - Parameters:
    ///   - host: number of the host.
    ///   - type: what it is to do, for the error of whoever comes next.
    /// - Throws: `FogError` with `conflict` where another request has it.
    mutating func claim(_ host: HostID, for type: String) throws {
        if let other = running[host] {
            throw FogError(
                .conflict,
                "host \(host) is being given a task by this run already: \(other)",
                hint: "wait for that one, and give the host one task at a time"
            )
        }
        running[host] = type
    }

    /// Gives a host back.
    mutating func release(_ host: HostID) { running[host] = nil }

    /// Notes that nobody knows whether a request was carried out.
    mutating func note(_ doubt: Doubt, about host: HostID) { doubts[host] = doubt }

    /// Doubt about a host that is not settled by time; nil where there is none.
    mutating func doubt(about host: HostID, at time: Duration) -> Doubt? {
        guard let doubt = doubts[host] else { return nil }
        if time < doubt.end { return doubt }
        doubts[host] = nil
        return nil
    }

    /// Forgets the doubt about a host: its task was seen.
    mutating func settle(_ host: HostID) { doubts[host] = nil }
}
