public import FogModel

/// A field that no list and no row shows, by the class that has it.
public struct SecretField<Owner: Entity>: Hashable, Sendable {
    /// FOG's own name of the field.
    public let name: String
}

extension SecretField<Host> {
    /// Password of the account that joins the domain.
    public static var adPassword: SecretField { SecretField(name: "ADPass") }
    /// The same in the form of the old client.
    public static var adPasswordLegacy: SecretField { SecretField(name: "ADPassLegacy") }
    /// Product key of Windows; FOG may give one out in pieces that was saved by something else.
    public static var productKey: SecretField { SecretField(name: "productKey") }
}

extension SecretField<StorageNode> {
    /// Account of the file transfer.
    public static var user: SecretField { SecretField(name: "user") }
    /// Password of the file transfer.
    public static var password: SecretField { SecretField(name: "pass") }
}

extension SecretField<Setting> {
    /// Value of a setting whose name says that it is secret.
    public static var value: SecretField { SecretField(name: "value") }
}

extension FogServer {
    /// Reads one secret of one row; the only way to get at it but for raw requests that ask for it.
    ///
    /// - Returns: the secret; nil where none is set, or the server keeps it to itself, as 1.6 does with most.
    /// - Throws: `FogError` with `notFound`.
    public func secret<Owner: WireEntity>(
        _ field: SecretField<Owner>,
        of id: Identifier<Owner>
    ) async throws -> Secret? {
        let row = try await record(Owner.className, id.number, revealsSecrets: true)
        guard let text = row[field.name]?.text, !text.isEmpty else { return nil }
        return Secret(text)
    }

    /// Sets one secret of one row; nil clears it.
    ///
    /// Nothing of it is given back or worded in an error. Where it is set already nothing is sent.
    ///
    /// - Throws: `FogError` with `notFound`, `invalidArgument` (emoji), `refused` (another text of the row would not
    ///   survive), `uncertain` (answer lost, and the change is not seen).
    ///
    /// Origin: FOG 1.5.9.239, recording 288.
    public func setSecret<Owner: WireEntity>(
        _ field: SecretField<Owner>,
        of id: Identifier<Owner>,
        to secret: Secret?
    ) async throws {
        let text = secret?.reveal() ?? ""
        if text.unicodeScalars.contains(where: { $0.value > 0xFFFF }) {
            throw FogError(
                .invalidArgument,
                "the text for \"\(field.name)\" of \(Owner.className) \(id) holds an emoji",
                hint: "FOG's database turns characters beyond U+FFFF into question marks"
            )
        }
        _ = try await changeRow(Owner.className, id.number, [.init(field.name, .text(text))])
    }

    /// Makes a storage node.
    ///
    /// - Parameters:
    ///   - values: values by field; name, ip, path and ftppath are needed.
    ///   - user: account of the file transfer.
    ///   - password: password of that account.
    /// - Returns: the node as the server has it.
    /// - Throws: `FogError` as ``create(_:_:)`` does.
    public func createStorageNode(
        _ values: [String: FieldValue],
        user: Secret,
        password: Secret
    ) async throws -> StorageNode {
        let members = try Writable<StorageNode>.of(StorageNode.writable).members(values)
        let secrets = [JSONValue.Member("user", .text(user.reveal())), .init("pass", .text(password.reveal()))]
        _ = try RowCheck(StorageNode.className).forCreation(members + secrets)
        let zone = try await zone()
        let answer = try await makeRow(StorageNode.className, members + secrets)
        return try row(StorageNode.self, in: answer.body, zone: zone, answer.request)
    }
}
