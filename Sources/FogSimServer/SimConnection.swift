import FogSim
import HTTPTypes
import NIOCore
import NIOHTTP1

/// One connection: reads a request, has the simulation answer it, writes as much of the answer as gets there, closes.
final class SimConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let sim: FogSim
    private let time: SimulatedTime
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    /// Request whose answer is on its way.
    private var visit: FogSim.Visit?

    init(sim: FogSim, time: SimulatedTime) {
        self.sim = sim
        self.time = time
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
        case .body(let part):
            body.append(contentsOf: part.readableBytesView)
            if body.count > Self.bodyLimit { context.close(promise: nil) }
        case .end:
            guard let request = head.flatMap(HTTPRequest.init) else { return context.close(promise: nil) }
            answer(request, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let visit { sim.leave(visit) }
        context.fireChannelInactive()
    }

    private func answer(_ request: HTTPRequest, _ context: ChannelHandlerContext) {
        let now = time.elapsed()
        let visit = sim.receive(request, body: body, at: now)
        self.visit = visit
        // Without a time no answer comes, and the connection stays open until the client gives up.
        guard let due = visit.due else { return }
        guard due > now else { return deliver(visit, to: request.method, at: now, context) }
        let waiting = context.eventLoop.makeFutureWithTask { [time] in try await time.sleep(until: due) }
        let bound = NIOLoopBound((connection: self, context: context), eventLoop: context.eventLoop)
        // Fails never: nobody cancels the wait.
        waiting.whenSuccess {
            bound.value.connection.deliver(visit, to: request.method, at: due, bound.value.context)
        }
    }

    /// Sends as much of an answer as gets there.
    private func deliver(
        _ visit: FogSim.Visit,
        to method: HTTPRequest.Method,
        at due: Duration,
        _ context: ChannelHandlerContext
    ) {
        // The client may have given up meanwhile.
        guard let answer = sim.answer(to: visit, at: max(due, time.elapsed())) else { return }
        switch answer.delivery {
        case .whole where method == .head:
            var fields = answer.response.headerFields
            // Without a length the encoder would announce and end a body in chunks.
            fields[.contentLength] = String(answer.body.count)
            write(.init(status: answer.response.status, headerFields: fields), body: [], isWhole: true, context)
        case .whole:
            write(answer.response, body: answer.body[...], isWhole: true, context)
        case .cut(let count):
            write(answer.response, body: answer.body.prefix(count), isWhole: false, context)
        case .lost:
            context.close(promise: nil)
        case .never:
            break
        }
    }

    private func write(
        _ response: HTTPResponse,
        body: ArraySlice<UInt8>,
        isWhole: Bool,
        _ context: ChannelHandlerContext
    ) {
        let status = HTTPResponseStatus(
            statusCode: response.status.code,
            reasonPhrase: response.status.reasonPhrase
        )
        var headers = HTTPHeaders()
        for field in response.headerFields { headers.add(name: field.name.rawName, value: field.value) }
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        }
        // What has been written goes out before the connection closes; a write that failed has closed it already.
        let sent = context.eventLoop.makePromise(of: Void.self)
        let channel = context.channel
        sent.futureResult.whenComplete { _ in channel.close(promise: nil) }
        if isWhole {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
        } else {
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer()))), promise: sent)
        }
    }

    /// Bytes of the largest request that is read; FOG's largest field is far below.
    private static let bodyLimit = 16 << 20
}

extension HTTPRequest {
    /// Converts a request as it was read; nil for a method that is no token.
    fileprivate init?(_ head: HTTPRequestHead) {
        guard let method = Method(head.method.rawValue) else { return nil }
        var fields = HTTPFields()
        for (name, value) in head.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        self.init(method: method, scheme: nil, authority: nil, path: head.uri, headerFields: fields)
    }
}
