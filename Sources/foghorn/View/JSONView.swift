import FogBroker
import FogSession
import Foundation

/// Shows a run as JSON, one object a line on standard output.
struct JSONView: RunView {
    let output: OutputFile
    let errors: OutputFile

    /// What the script printed.
    private struct Printed: Encodable {
        let event = "output"
        var channel: String
        var text: String
    }

    /// A file that the script handed over.
    private struct Written: Encodable {
        let event = "artifact"
        var name: String
        var bytes: Int
        var path: String
    }

    func show(_ output: SessionOutput) {
        write(Printed(channel: output.channel.rawValue, text: output.text))
    }

    func show(_ event: BrokerEvent) {
        write(event)
    }

    func show(_ artifact: Artifact, at path: String) {
        write(Written(name: artifact.name, bytes: artifact.text.utf8.count, path: path))
    }

    func note(_ text: String) {
        errors.write(text + "\n")
    }

    func end() {}

    private func write(_ value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(value) else {
            preconditionFailure("an event cannot be written as JSON (bug)")
        }
        output.write(String(decoding: bytes, as: UTF8.self) + "\n")
    }
}
