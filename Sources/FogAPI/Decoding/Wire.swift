package import FogModel

/// How the rows of a class look on the wire where that differs from the fields of the model.
///
/// A field stands under its own name unless said otherwise here; what is named nowhere is skipped unread, secrets
/// among it.
package struct Wire<Owner: Entity> {
    /// Fields under another name, by the server's name.
    package var renamed: [String: String] = [:]
    /// Names that mean something else on the server than in the model, and so are not read.
    package var dropped: Set<String> = []
    /// Fields that lie in an object of the row: server's name of the object, name in it, field.
    package var nested: [String: [String: String]] = [:]
    /// Settles what needs the whole row.
    package var finish: @Sendable (inout Owner) -> Void = { _ in }
}

/// A class whose rows FogAPI reads.
package protocol WireEntity: Entity {
    /// How its rows look on the wire.
    static var wire: Wire<Self> { get }
    /// Gives rows of a list what the server leaves out of its lists, with few requests for all of them.
    static func completed(_ rows: [Self], by server: FogServer) async throws -> [Self]
}

extension WireEntity {
    /// Leaves the rows as they are.
    package static func completed(_ rows: [Self], by server: FogServer) async throws -> [Self] { rows }
}

extension Host: WireEntity {
    package static var wire: Wire<Host> { Wire() }
}

extension Image: WireEntity {
    package static var wire: Wire<Image> { Wire() }
}

extension Group: WireEntity {
    package static var wire: Wire<Group> { Wire() }
}

extension TaskType: WireEntity {
    package static var wire: Wire<TaskType> { Wire() }
}

extension FogTask: WireEntity {
    /// A task carries whole rows of its host and storage node, the node's password included: only names are taken.
    ///
    /// Origin: FOG 1.5.9.239, recordings 183 and 250; `pct` is a number with leading zeros, `percent` free text.
    package static var wire: Wire<FogTask> {
        Wire(
            renamed: ["pct": "percent"],
            dropped: ["percent", "marker", "hostname", "typename", "statename", "imagename", "storagenodename"],
            nested: [
                "host": ["name": "hostname"],
                "type": ["name": "typename"],
                "state": ["name": "statename"],
                "image": ["name": "imagename"],
                "storagenode": ["name": "storagenodename"],
            ],
            finish: { task in
                let parts = TaskMarker.split(task.name)
                task.marker = parts.marker?.description
                task.name = parts.name
            }
        )
    }
}
