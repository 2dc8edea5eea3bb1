import FogAPI
import HTTPTypes

/// curl, which fetches what FogAPI fetched.
enum Curl {
    /// Starts a shell that at each turn has curl send the requests of a configuration and drop the answers.
    static func fetch(_ configuration: TemporaryFile) throws -> Worker {
        let loop = "while read -r line; do curl --config \"$1\" || exit 1; echo; done"
        return try Worker("/bin/sh", ["-c", loop, "sh", configuration.path])
    }

    /// Writes requests as curl reads them: four at a time, as FogAPI sends them.
    static func configuration(_ address: String, _ requests: [NotedRequest]) throws -> TemporaryFile {
        let common = ["parallel", "parallel-max = 4", "no-progress-meter"]
        let sections = requests.map { request in
            var lines = [
                option("url", address + (request.head.path ?? "/")),
                option("request", request.head.method.rawValue),
                option("output", "/dev/null"), "no-progress-meter", "fail",
            ]
            lines += request.head.headerFields.map { option("header", "\($0.name.rawName): \($0.value)") }
            if let body = request.body { lines.append(option("data-raw", String(decoding: body, as: UTF8.self))) }
            return lines.joined(separator: "\n")
        }
        return try TemporaryFile((common + [sections.joined(separator: "\nnext\n")]).joined(separator: "\n").utf8)
    }

    private static func option(_ name: String, _ value: String) -> String {
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\(name) = \"\(escaped)\""
    }
}
