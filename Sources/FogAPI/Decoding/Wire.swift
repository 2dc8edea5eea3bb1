public import FogModel

/// How the rows of a class look on the wire where that differs from the fields of the model.
///
/// A field stands under its own name unless said otherwise here; what is named nowhere is skipped unread, secrets
/// among it.
public struct Wire<Owner: Entity>: Sendable {
    /// Fields under another name, by the server's name.
    package var renamed: [String: String] = [:]
    /// Names that mean something else on the server than in the model, and so are not read.
    package var dropped: Set<String> = []
    /// Fields that lie in an object of the row: server's name of the object, name in it, field.
    package var nested: [String: [String: String]] = [:]
    /// Fields that may hold a word for people where the model has a value: what does not fit counts as unset.
    ///
    /// Origin: FOG 1.6, section 4.3: rows of lists hold texts in the language of the account.
    package var worded: Set<String> = []
    /// Settles what needs the whole row.
    package var finish: @Sendable (inout Owner) -> Void = { _ in }
}

/// A class whose rows FogAPI reads.
public protocol WireEntity: Entity {
    /// How its rows look on the wire.
    static var wire: Wire<Self> { get }
    /// Gives rows of a list what the server leaves out of its lists, with few requests for all of them.
    static func completed(_ rows: [Self], by server: FogServer) async throws -> [Self]
}

extension WireEntity {
    /// Leaves the rows as they are.
    public static func completed(_ rows: [Self], by server: FogServer) async throws -> [Self] { rows }
}
