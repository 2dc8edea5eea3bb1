import FogModel
import HTTPTypes

extension FogServer {
    /// Calls one thing off, whoever asks: the typed functions, the generic ones, the raw ones.
    ///
    /// The row is read first, and nothing is sent where there is none or where it has ended. The number is sent a second
    /// time as a filter: it is all that FOG looks at where the path's number is unknown to it.
    ///
    /// - Parameters:
    ///   - target: what is called off; a scheduled task is deleted, a host's tasks are called off one by one.
    ///   - read: reads the row.
    ///   - isActive: whether a row can be called off.
    ///   - label: names a row for people, as in `task 7 of host pc-7 is still queued`.
    ///   - check: refuses an active row that would take others with it.
    /// - Returns: the row as it is afterwards; one that has ended is given back as it is.
    /// - Throws: `FogError` with `notFound`, `uncertain` (answer lost, and the row is still active; or sent, and the row
    ///   cannot be read any more), `server` (the server took the request and the row is still active).
    ///
    /// Origin: FOG 1.5.9.239, trap 1; recordings 213 to 215 and 241 to 246. 1.6 reads the body alike
    /// (`Route::cancel`, `getsearchbody`), and answers 409 for what has ended.
    func callOff<Row>(
        _ target: CancelTarget,
        read: () async throws -> Row,
        isActive: (Row) -> Bool,
        label: (Row) -> String,
        check: (Row) async throws -> Void = { _ in }
    ) async throws -> Row {
        let row = try await read()
        guard isActive(row) else { return row }
        try await check(row)
        do {
            try await sendCancel(of: target)
        } catch let error as FogError where error.code == .uncertain {
            guard let after = try? await read(), !isActive(after) else { throw error }
            return after
        } catch let error as FogError where error.status == 409 {
            // It has ended between the look and the request; what it is now is read below.
        }
        let after: Row
        do {
            after = try await read()
        } catch let error as FogError {
            // A row that has gone has nothing to be called off any more.
            throw error.code == .notFound ? error : unconfirmed(target.description, error)
        }
        if isActive(after) {
            throw FogError(
                .server,
                "\(label(after)) after it was cancelled",
                hint: "cancel it on FOG's page of active tasks"
            )
        }
        return after
    }

    private func sendCancel(of target: CancelTarget) async throws {
        _ = try await send(
            .change(
                .delete,
                target.path,
                .object([.init("id", .array([.integer(target.id)]))]),
                subject: target.description
            )
        )
    }
}
