import FogModel
import HTTPTypes
import Synchronization

extension FogServer {
    /// Sends a request and gives the answer's body.
    ///
    /// Reads are sent again as ``FogLimits/attempts`` says; changes are sent once.
    ///
    /// - Parameters:
    ///   - request: request to send.
    ///   - attempts: how often a read is sent in all; nil is the limit.
    ///   - crashRepeats: how often it is sent again after a crash of PHP; nil is the limit.
    /// - Returns: body of an answer with a status of 200 to 299 that is no web page.
    /// - Throws: `FogError`; with `uncertain` where a change was sent and no answer came, so that it may have happened.
    ///   `CancellationError` where the task was cancelled.
    package func send(_ request: FogRequest, attempts: Int? = nil, crashRepeats: Int? = nil) async throws -> [UInt8] {
        try await answer(to: request, attempts: attempts, crashRepeats: crashRepeats).body
    }

    /// Sends a request as ``send(_:attempts:crashRepeats:)`` does and gives the whole answer.
    ///
    /// - Parameters:
    ///   - request: request to send.
    ///   - attempts: how often a read is sent in all; nil is the limit.
    ///   - crashRepeats: how often it is sent again after a crash of PHP; nil is the limit.
    ///   - isWanted: whether an answer is given back though it stands for an error.
    /// - Returns: the answer.
    /// - Throws: `FogError`, `CancellationError`.
    func answer(
        to request: FogRequest,
        attempts: Int? = nil,
        crashRepeats: Int? = nil,
        isWanted: (TransportAnswer) -> Bool = { _ in false }
    ) async throws -> TransportAnswer {
        let http = request.http(credentials)
        let body = request.body?.bytes
        var crashes = 0
        var sent = 0
        while true {
            sent += 1
            let isLast = request.kind == .change || sent >= attempts ?? limits.attempts
            do {
                let answer = try await places.run {
                    try await transport.send(http, body: body, timeout: timeout(request.kind))
                }
                guard !isWanted(answer), let error = refusal(request, answer).error else { return answer }
                if request.kind == .change, hidesOutcome(request, answer) { throw lost(request, error) }
                if Refusal.isCrash(answer) { crashes += 1 }
                let isPassing = [502, 503, 504].contains(answer.response.status.code)
                let isWorthIt = isPassing || Refusal.isCrash(answer) && crashes <= crashRepeats ?? limits.crashRepeats
                guard isWorthIt, !isLast else { throw error }
            } catch let error as TransportError {
                guard !isLast, error.isPassing else { throw failure(request, error) }
            }
            try await clock.sleep(for: pause(before: sent + 1))
        }
    }

    private func refusal(_ request: FogRequest, _ answer: TransportAnswer) -> Refusal {
        let (family, isLoginProven) = known.withLock { ($0.dialect?.family, $0.isLoginProven) }
        return Refusal(
            request: request,
            answer: answer,
            address: transport.address,
            credentials: credentials,
            family: family,
            isLoginProven: isLoginProven
        )
    }

    private func timeout(_ kind: FogRequest.Kind) -> Duration {
        switch kind {
        case .row: limits.row
        case .list: limits.list
        case .change: limits.change
        }
    }

    /// Pause before a sending, 2 or more: doubling, with up to half of it added at random.
    func pause(before sending: Int) -> Duration {
        let doubled = limits.pause * Int(1 << min(sending - 2, 16))
        let pause = min(doubled, limits.longestPause)
        return pause + pause * (0.5 * jitter())
    }

    /// Whether an answer to a change leaves open what has happened: a gateway's, a crash's, a web page.
    ///
    /// FOG's own word that it has failed is one in JSON, or 500 without a body: a save that the database refused.
    ///
    /// Origin: FOG 1.5.9.239, section 2.
    private func hidesOutcome(_ request: FogRequest, _ answer: TransportAnswer) -> Bool {
        let status = answer.response.status.code
        if (200..<300).contains(status) { return true }
        if status < 500 || status == 501 { return false }
        return !Refusal.isFailedSave(answer) && refusal(request, answer).serverText == nil
    }

    /// Makes the error for a change of which nobody knows whether it happened.
    func lost(_ request: FogRequest, _ error: FogError) -> FogError {
        FogError(
            .uncertain,
            "\(request.subject): the change was sent, and the server does not say whether it happened",
            status: error.status,
            hint: "look at it on the server before you try again",
            cause: error.message
        )
    }

    private func failure(_ request: FogRequest, _ error: TransportError) -> FogError {
        let address = transport.address
        if request.kind == .change, error.mayHaveArrived {
            return lost(request, FogError(.unavailable, "\(address): \(error.message)"))
        }
        let nothing = request.kind == .change ? "; nothing was changed" : ""
        switch error.code {
        case .timedOut:
            return FogError(
                .timeout,
                "no answer from \(address) to \(request.line) within \(timeout(request.kind))\(nothing)",
                cause: error.message
            )
        case .unreachable:
            return FogError(
                .unavailable,
                "\(address) cannot be reached: \(error.message)\(nothing)",
                hint: "see that the server is up and the address is right"
            )
        case .cut:
            return FogError(.unavailable, "\(address) broke off in the middle: \(error.message)\(nothing)")
        case .untrusted:
            return FogError(
                .unavailable,
                "\(address) cannot be trusted: \(error.message)\(nothing)",
                hint:
                    "renew the certificate if it has expired; if the site issues its own, name its authority's file as "
                    + "ca_file in the server's entry"
            )
        case .tooLarge, .malformed:
            return FogError(.server, "\(address) answered \(request.line) with what is no answer: \(error.message)")
        }
    }
}

extension TransportError {
    /// Whether a second try may help.
    fileprivate var isPassing: Bool {
        switch code {
        case .unreachable, .timedOut, .cut: true
        case .tooLarge, .untrusted, .malformed: false
        }
    }
}
