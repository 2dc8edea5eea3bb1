import AsyncHTTPClient
import FogAPI
import HTTPTypes
import NIOCore
import NIOHTTP1
import Synchronization

/// Gathers one answer as it comes, and notes whether the request went out.
///
/// All calls but ``wasSent`` come on the client's one event loop.
final class AnswerCollector: HTTPClientResponseDelegate {
    typealias Response = TransportAnswer

    private struct State {
        var wasSent = false
        var answer = TransportAnswer(response: HTTPResponse(status: .ok), body: [])
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Starts with nothing.
    ///
    /// - Parameter limit: bytes of the largest body that is taken.
    init(limit: Int) {
        self.limit = limit
    }

    /// Whether any byte of the request has been handed to a connection.
    var wasSent: Bool { state.withLock { $0.wasSent } }

    func didSendRequestHead(task: HTTPClient.Task<TransportAnswer>, _ head: HTTPRequestHead) {
        state.withLock { $0.wasSent = true }
    }

    func didReceiveHead(task: HTTPClient.Task<TransportAnswer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        if length > limit { return task.eventLoop.makeFailedFuture(AnswerTooLarge()) }
        let status = HTTPResponse.Status(code: Int(head.status.code), reasonPhrase: head.status.reasonPhrase)
        var fields = HTTPFields()
        for (name, value) in head.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        state.withLock { [fields] state in
            state.answer.response = HTTPResponse(status: status, headerFields: fields)
            // As much as an honest server sends at once; more has to come before it is believed.
            state.answer.body.reserveCapacity(min(length, 16 << 20))
        }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<TransportAnswer>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        let fits = state.withLock { state in
            guard state.answer.body.count + buffer.readableBytes <= limit else { return false }
            state.answer.body.append(contentsOf: buffer.readableBytesView)
            return true
        }
        return fits ? task.eventLoop.makeSucceededVoidFuture() : task.eventLoop.makeFailedFuture(AnswerTooLarge())
    }

    func didFinishRequest(task: HTTPClient.Task<TransportAnswer>) -> TransportAnswer {
        state.withLock { $0.answer }
    }
}

/// Answer larger than the transport takes.
struct AnswerTooLarge: Error {}
