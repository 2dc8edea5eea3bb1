import Foundation
import HTTPTypes

extension Checkup {
    /// Compares the server's clock, as the header `Date` tells it, with this machine's.
    func compareClocks(_ door: Door, _ notes: inout Notes) {
        guard let text = door.answer.response.headerFields[.date], let date = HTTPDate.date(text) else {
            return notes.add(.note, .clock, "the server does not tell its time")
        }
        let skew = Int(date.timeIntervalSince(door.received).rounded())
        let amount = abs(skew) < 120 ? "\(abs(skew)) s" : "\(abs(skew) / 60) min"
        if abs(skew) <= 5 { return notes.add(.good, .clock, "the server's clock agrees with this machine's") }
        notes.add(
            abs(skew) <= 60 ? .good : .warning,
            .clock,
            "the server's clock is \(amount) \(skew > 0 ? "ahead of" : "behind") this machine's",
            advice: abs(skew) <= 60 ? nil : "let both follow a time server (timedatectl set-ntp true)"
        )
    }

    /// Compares the zone in which the server writes times with this machine's.
    ///
    /// Origin: FOG 1.5.9.239, recording 045: setting FOG_TZ_INFO; 1.6 names the class `setting`.
    func compareZones(_ credentials: FogCredentials, _ notes: inout Notes) async throws {
        let wanted = "FOG_TZ_INFO"
        let isNew = notes.outcome.family == "1.6"
        let path = isNew ? "/fog/setting?filter=name%3D\(wanted)" : "/fog/service/list"
        let body: JSONValue? = isNew ? nil : .object([.init("name", .text(wanted))])
        let rows = try await rows(path, credentials, body: body) ?? []
        guard let name = rows.first(where: { $0["name"] == wanted })?["value"], !name.isEmpty else {
            return notes.add(
                .warning,
                .zone,
                "the server does not tell in which zone it writes times; UTC is assumed",
                advice: "set FOG_TZ_INFO under FOG Configuration > FOG Settings > General Settings"
            )
        }
        guard let server = TimeZone(identifier: name) else {
            return notes.add(
                .warning,
                .zone,
                "the server writes times in \"\(Refusal.excerpt(Array(name.utf8)))\", a zone that nobody knows",
                advice: "set FOG_TZ_INFO to a name such as Europe/Berlin"
            )
        }
        let minutes = abs(server.secondsFromGMT(for: now()) - zone.secondsFromGMT(for: now())) / 60
        let apart = minutes.isMultiple(of: 60) ? "\(minutes / 60) h" : "\(minutes) min"
        notes.add(
            .good,
            .zone,
            "the server writes times in \(name)"
                + (minutes == 0 ? "" : ", \(apart) from this machine's \(zone.identifier); Foghorn converts them")
        )
    }
}

/// Reads the header `Date`.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Instant of a text such as `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other form.
    ///
    /// Origin: RFC 9110, section 5.6.7.
    static func date(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])),
            let day = Int(words[1]), let year = Int(words[3])
        else { return nil }
        let parts = words[4].split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, (1970...9999).contains(year), (1...31).contains(day), (0...23).contains(parts[0]),
            (0...59).contains(parts[1]), (0...60).contains(parts[2])
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(
            from: DateComponents(
                year: year,
                month: month + 1,
                day: day,
                hour: parts[0],
                minute: parts[1],
                second: parts[2]
            )
        )
    }
}
