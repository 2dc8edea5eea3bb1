import FogSim
import HTTPTypes
import TestSupport

/// Whether an answer is alike to a recorded one: status, header fields, keys and their order, types, and values outside
/// the list of volatile fields.
enum Alike {
    /// Keys whose values are times or chance; they need only be of the same kind, set or unset.
    static let volatileFields: Set<String> = [
        "createdTime", "checkInTime", "deployed", "starttime", "completetime", "start", "finish", "checkin", "complete",
        "runtime", "port",
    ]

    /// Header fields that belong to the web server or to the way in which a body travels.
    static let volatileHeaders: Set<String> = ["server", "date", "content-length", "transfer-encoding"]

    /// Texts by which the recordings mask what they leave out.
    static let masks: Set<String> = ["(text left out)", "<ftp-password>"]

    static func differences(_ recording: Recording, _ answer: FogSim.Answer) -> [String] {
        let expected = recording.response
        var found: [String] = []
        if answer.status != expected.status { found.append("status \(answer.status), not \(expected.status)") }
        found += headerDifferences(expected, answer)
        if let json = expected.json {
            if let given = try? OrderedJSON(bytes: answer.body) {
                compare(given, json, "", &found)
                if found.isEmpty { found += lengthDifference(json, expected, answer) }
            } else {
                found.append("no JSON: \(answer.text.prefix(60))")
            }
        } else if withoutDates(answer.text) != withoutDates(expected.text) {
            found.append("text \(answer.text.debugDescription), not \(expected.text.debugDescription)")
        }
        return found
    }

    private static func headerDifferences(_ expected: Recording.Response, _ answer: FogSim.Answer) -> [String] {
        let given = Dictionary(
            answer.response.headerFields.map { ($0.name.canonicalName, $0.value) },
            uniquingKeysWith: { $1 }
        )
        return Set(given.keys).union(expected.headers.keys).subtracting(volatileHeaders).sorted().compactMap { name in
            given[name] == expected.headers[name]
                ? nil : "header \(name) \(given[name] ?? "missing"), not \(expected.headers[name] ?? "there")"
        }
    }

    private static func compare(_ given: OrderedJSON, _ expected: OrderedJSON, _ path: String, _ found: inout [String])
    {
        switch (given, expected) {
        case (.object(let left), .object(let right)):
            if given.keys != expected.keys { return found.append("\(path): keys \(given.keys), not \(expected.keys)") }
            for (member, other) in zip(left, right) {
                compare(member, other, path, &found)
            }
        case (.array(let left), .array(let right)):
            if left.count != right.count { return found.append("\(path): \(left.count) elements, not \(right.count)") }
            for (index, pair) in zip(left, right).enumerated() { compare(pair.0, pair.1, "\(path)[\(index)]", &found) }
        case (.string, .string(let text)) where masks.contains(text): break
        default:
            if given != expected { found.append("\(path): \(given.wire), not \(expected.wire)") }
        }
    }

    private static func compare(
        _ given: OrderedJSON.Member,
        _ expected: OrderedJSON.Member,
        _ path: String,
        _ found: inout [String]
    ) {
        let place = path + "." + expected.key
        guard volatileFields.contains(expected.key) else { return compare(given.value, expected.value, place, &found) }
        switch (given.value, expected.value) {
        case (.string(let left), .string(let right)):
            if left.hasPrefix("0000") != right.hasPrefix("0000") { found.append("\(place): \(left), not \(right)") }
        case (.number, .number): break
        default: compare(given.value, expected.value, place, &found)
        }
    }

    /// Compares the number of bytes, where nothing is masked that has a length of its own.
    private static func lengthDifference(
        _ json: OrderedJSON,
        _ expected: Recording.Response,
        _ answer: FogSim.Answer
    ) -> [String] {
        guard json.wire.utf8.count == expected.byteCount, answer.body.count != expected.byteCount else { return [] }
        return ["\(answer.body.count) bytes, not \(expected.byteCount)"]
    }

    private static func withoutDates(_ text: String) -> String {
        text.replacing(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/, with: "DATE")
    }
}

extension FogSim.Answer {
    /// Makes an answer with the header fields that all recorded answers have.
    static func fake(_ body: String, status: Int = 200, type: String = "application/json") -> Self {
        var fields = HTTPFields()
        fields.set("x-frame-options", "sameorigin")
        fields.set("strict-transport-security", "max-age=31536000")
        fields.set("connection", "close")
        fields.set("content-type", type)
        let response = HTTPResponse(status: .init(code: status), headerFields: fields)
        return FogSim.Answer(response: response, body: Array(body.utf8), delivery: .whole)
    }
}
