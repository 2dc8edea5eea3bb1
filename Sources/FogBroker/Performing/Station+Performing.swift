import FogAPI
import FogModel
import FogOperations
import FogTime

extension Station {
    /// Performs an operation on the server, or by the clock or the operator.
    func perform(_ call: FogCall) async throws -> Answer {
        switch call.operation {
        case .server(let operation): try await perform(operation)
        case .rows(let operation): try await perform(operation)
        case .hosts(let operation): try await perform(operation)
        case .links(let operation): try await perform(operation)
        case .macs(let operation): try await perform(operation)
        case .records(let operation): try await perform(operation)
        case .tasks(let operation): try await perform(operation, number: call.number)
        case .session(let operation): try await perform(operation, handle: call.handle)
        }
    }

    private func perform(_ operation: ServerOperation) async throws -> Answer {
        switch operation {
        case .info: .server(try await server.info())
        case .supports(let capability): .flag(try await server.supports(capability))
        case .plugins: .plugins(try await server.plugins())
        case .zoneOffset(let instant): .zone(try await server.zoneSpan(at: instant))
        }
    }

    private func perform(_ operation: SessionOperation, handle: Int?) async throws -> Answer {
        switch operation {
        case .sleep(let seconds): try await sleep(seconds)
        case .now: .time(clock.secondsSince1970)
        case .confirm(let confirmation): .flag(try await confirm(confirmation))
        case .fail(let host, let reason): fail(host, reason)
        // The broker itself has opened it before it passed the operation on.
        case .open: .done
        case .restrict(let set): .numbers([try permissions.restrict(handle, to: set)])
        case .permitted(let grant, let host): try await permitted(grant, host, handle)
        case .announce(let grant, let hosts): try await announce(grant, hosts, handle)
        }
    }

    private func fail(_ host: FailedHost, _ reason: String) -> Answer {
        ledger.note { record in
            switch host {
            case .host(let id): record.noteRefused(id, FogError(.refused, reason))
            case .absent(let name): record.noteAbsent(name, FogError(.refused, reason))
            }
        }
        return .done
    }

    private func sleep(_ seconds: Double) async throws -> Answer {
        guard seconds >= 0, seconds <= 1e9 else {
            throw FogError(
                .invalidArgument,
                "cannot sleep for \(seconds) seconds",
                hint: "give a number from 0 to 1000000000"
            )
        }
        try await clock.sleep(for: .seconds(seconds))
        return .done
    }
}
