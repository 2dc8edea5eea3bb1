import FogModel
import HTTPTypes

/// A class of the server by its name, whether Foghorn knows it or not: lists, rows and changes as `Record`s.
///
/// Secrets are kept back in all that comes.
public struct RecordClass: Sendable {
    /// Server that has the class.
    let server: FogServer
    /// Name of the class, as FogModel says it.
    public let name: String
}

extension FogServer {
    /// Gives a class by its name.
    ///
    /// A class that FOG is not known to have is looked up in the server's description of its API, where it has one; else
    /// the first request finds out.
    ///
    /// - Parameter name: name, as in `history`; `service` and `setting` are the same.
    /// - Returns: the class, of which nothing has been read yet.
    /// - Throws: `FogError` with `invalidArgument` for what is no name, `notFound` for a class that the server lacks, its
    ///   hint naming the nearest.
    public func records(of name: String) async throws -> RecordClass {
        let name = name == "service" ? "setting" : name
        guard ClassNames.isClassName(name) else {
            throw FogError(
                .invalidArgument,
                "\"\(name)\" is no name of a class",
                hint: "FOG writes them in lower case and without blanks, as in macaddressassociation"
            )
        }
        let isSix = try await dialect().family == .six
        let usual = isSix ? ClassNames.ofSix.union(["imaginglog"]) : ClassNames.ofFive
        if usual.contains(name) { return RecordClass(server: self, name: name) }
        if isSix, let described = try? await describedClasses(), !described.isEmpty, !described.contains(name) {
            throw unknownClass(name, among: described)
        }
        return RecordClass(server: self, name: name)
    }

    private func describedClasses() async throws -> Set<String> {
        let request = FogRequest(
            kind: .row,
            method: .get,
            path: "/fog/system/openapi",
            body: nil,
            subject: "the description of the API"
        )
        return try read(try await send(request, attempts: 1), of: request, ClassNames.inDescription)
    }

    /// Makes the error for a class that the server lacks.
    func unknownClass(_ name: String, among names: Set<String>, status: Int? = nil) -> FogError {
        FogError(
            .notFound,
            "\(address) has no class \"\(name)\"",
            status: status,
            hint: Suggestion.hint(for: name, among: names.sorted())
        )
    }
}
