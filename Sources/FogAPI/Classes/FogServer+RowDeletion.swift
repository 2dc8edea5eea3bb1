import FogModel
import HTTPTypes

extension FogServer {
    /// Deletes a row of any class; the one way in which rows are deleted.
    ///
    /// The row is read before and after.
    ///
    /// - Parameters:
    ///   - className: class as FogModel names it.
    ///   - id: row's number.
    ///   - label: what is deleted, for people.
    /// - Throws: `FogError` with `conflict` (1.6: something depends on it), `uncertain` (answer lost, and the row is still
    ///   there; or sent, and it cannot be read any more), `server` (the server took the request and the row is still there).
    ///
    /// Origin: FOG 1.5.9.239, recordings 127, 292 to 302; FOG 1.6, section 7.
    func deleteRow(_ className: String, _ id: Int, label: String) async throws {
        let dialect = try await dialect()
        let request = FogRequest.change(
            .delete,
            "\(dialect.path(of: className))/\(id)",
            .object([]),
            subject: label
        )
        var failure: FogError?
        do {
            _ = try await send(request)
        } catch let error as FogError where error.code == .uncertain {
            failure = error
        } catch let error as FogError where error.status == 409 {
            throw FogError(
                .conflict,
                "\(label) cannot be deleted: something depends on it",
                status: 409,
                cause: error.cause
            )
        }
        do {
            _ = try await record(className, id, revealsSecrets: false)
        } catch let error as FogError where error.code == .notFound {
            return
        } catch let error as FogError {
            throw failure ?? unconfirmed(label, error)
        }
        throw failure ?? FogError(.server, "\(label) is still there after it was deleted", hint: "see FOG's page of it")
    }
}
