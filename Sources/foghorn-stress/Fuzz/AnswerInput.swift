import Dispatch
import FogAPI
import FogModel
import HTTPTypes
import Synchronization

/// Reads bytes as an answer of a server's: the first byte chooses how, the second a status, the rest is the body.
enum AnswerInput {
    private static let statuses = [200, 201, 204, 302, 401, 403, 404, 500]

    static func read(_ bytes: [UInt8]) -> String? {
        guard bytes.count > 2 else { return nil }
        let reader = AnswerReader.all[Int(bytes[0]) % AnswerReader.all.count]
        let answer = TransportAnswer(
            response: HTTPResponse(
                status: .init(code: statuses[Int(bytes[1]) % statuses.count]),
                headerFields: [.contentType: bytes[1] < 0x80 ? "application/json" : "text/html"]
            ),
            body: Array(bytes[2...])
        )
        // libFuzzer knows nothing of tasks.
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome()
        Task {
            let complaint = await complaint(about: answer, by: reader)
            outcome.complaint.withLock { $0 = complaint }
            done.signal()
        }
        done.wait()
        return outcome.complaint.withLock { $0 }
    }

    private static func complaint(about answer: TransportAnswer, by reader: AnswerReader) async -> String? {
        do {
            let yield = try await reader.read(answer)
            return yield.fits(answer.body.count) ? nil : "\(reader.name) made \(yield) of \(answer.body.count) bytes"
        } catch is FogError {
            return nil
        } catch is JSONFault {
            return nil
        } catch {
            return "\(reader.name) throws \(error)"
        }
    }
}

private final class Outcome: Sendable {
    let complaint = Mutex<String?>(nil)
}
