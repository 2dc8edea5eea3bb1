package import FogModel
import Foundation

extension FogServer {
    /// Says how far the server's zone is from UTC at an instant; a zone that this machine does not know counts as UTC.
    ///
    /// - Parameter instant: seconds since 1970-01-01 UTC, from -1e11 to 1e11.
    /// - Returns: the offset, and from when to when it holds.
    /// - Throws: `FogError` with `invalidArgument` for any other instant, and what asking for the zone fails with.
    package func zoneSpan(at instant: Int) async throws -> ZoneSpan {
        guard (-100_000_000_000...100_000_000_000).contains(instant) else {
            throw FogError(
                .invalidArgument,
                "no zone has rules for the time \(instant)",
                hint: "give seconds since 1970"
            )
        }
        return ZoneSpan(zone: try await zone(), at: instant)
    }
}

extension ZoneSpan {
    /// Finds the span of a zone that holds an instant; where the zone has not changed since 1970, it has no start.
    ///
    /// - Parameters:
    ///   - name: as in `Europe/Berlin`; a name that this machine does not know counts as UTC.
    ///   - instant: seconds since 1970-01-01 UTC.
    package init(zone name: String, at instant: Int) {
        let zone = TimeZone(identifier: name) ?? .gmt
        self.init(offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))))
        // Transitions can be asked for forwards only. A zone with rules has one in two years.
        for first in [instant - 2 * 366 * 86_400, 0] where first < instant {
            var last: Int?
            var next = zone.transition(after: first)
            while let transition = next, transition <= instant {
                last = transition
                next = zone.transition(after: transition)
            }
            (start, end) = (last, next)
            if last != nil { return }
        }
        if end != nil { start = instant }
    }
}

extension TimeZone {
    /// First instant after another one at which the offset changes; nil for none.
    fileprivate func transition(after instant: Int) -> Int? {
        nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: Double(instant)))
            .map { Int($0.timeIntervalSince1970.rounded(.up)) }.flatMap { $0 > instant ? $0 : nil }
    }
}
