import FogModel
import HTTPTypes

extension FogServer {
    /// Finds out everything that the server can do.
    ///
    /// - Returns: what it can, and whether it answered to every question.
    func capabilities() async throws -> (found: Set<Capability>, isWhole: Bool) {
        var found: Set<Capability> = []
        var isWhole = true
        for capability in Capability.allCases {
            switch try await answer(capability) {
            case true: found.insert(capability)
            case false: break
            default: isWhole = false
            }
        }
        return (found, isWhole)
    }

    /// Finds out one thing by the shape of an answer.
    ///
    /// Origin: FOG 1.5.9.239, section 3: there is none of it but filters and, in late versions, the failed state; a path
    /// that is not there is 501.
    func find(_ capability: Capability) async throws -> Bool {
        let isSix = try await dialect().family == .six
        switch capability {
        case .paging: return isSix ? try await hasPages() : false
        case .filters: return isSix ? try await hasFilters() : true
        case .bearerTokens, .expand:
            let greeting = try await checkIn()
            return capability == .expand ? greeting.expands : isSix
        case .roles: return isSix ? try await exists("/fog/role?start=0&length=1") : false
        case .users: return isSix ? try await exists("/fog/user?start=0&length=1") : false
        case .sites: return isSix ? try await exists("/fog/site?start=0&length=1") : false
        case .universalSearch: return isSix ? try await exists("/fog/unisearch/fog/1") : false
        case .counts: return isSix ? try await exists("/fog/tasktype/count") : false
        case .failedState: return try await hasFailedState()
        }
    }

    private func hasPages() async throws -> Bool {
        try await envelope(of: dialect().list("taskstate", page: 0..<1)).rows <= 1
    }

    private func hasFilters() async throws -> Bool {
        try await envelope(of: dialect().list("taskstate", filter: .equals("id", 1), page: 0..<50)).rows <= 1
    }

    private func envelope(of request: FogRequest) async throws -> Envelope {
        do {
            return try read(try await send(request), of: request) { (reader) throws(JSONFault) in
                try reader.list(of: "taskstate") { (reader) throws(JSONFault) in try reader.skip() }
            }
        } catch let error as FogError where error.isMissingRight || error.status == 400 {
            return Envelope()
        }
    }

    private func hasFailedState() async throws -> Bool {
        do {
            return try await names(of: "taskstate")[TaskState.failed.rawValue] != nil
        } catch let error as FogError where error.isMissingRight || error.status == 501 {
            return false
        }
    }

    /// Whether a path is there; one that the user may not see is.
    private func exists(_ path: String) async throws -> Bool {
        let request = FogRequest(
            kind: .row,
            method: .get,
            path: path,
            body: nil,
            subject: path
        )
        do {
            _ = try await send(request, attempts: 1)
            return true
        } catch let error as FogError where error.isMissingRight {
            return true
        } catch let error as FogError where error.status == 501 || error.code == .notFound {
            return false
        }
    }
}
