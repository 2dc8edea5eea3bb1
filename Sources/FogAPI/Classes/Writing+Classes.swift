public import FogModel

// What writing and deleting rows of each class takes beyond what holds for all.

extension Group: WritableEntity, DeletableEntity {}

extension Snapin: WritableEntity, DeletableEntity {
    /// Sees that the snapin is not protected and that no host is about to run it.
    public static func checkDeletion(_ row: Snapin, by server: FogServer) async throws {
        if row.protected {
            throw FogError(.refused, "\(row.label) is protected", hint: "clear its flag `protected` first")
        }
        let tasks = try await server.rows(SnapinTask.self, isActive: true, filter: .equals("snapinID", row.id.number))
        guard let task = tasks.first(where: { $0.snapinID == row.id && $0.stateID < TaskState.complete.rawValue })
        else { return }
        throw FogError(.conflict, "\(row.label) is about to run: snapin task \(task.id)", hint: "cancel that first")
    }
}

extension Image: WritableEntity, DeletableEntity {
    /// Sees that the image is not protected and that no task is under way with it.
    ///
    /// Origin: FOG 1.5.9.239, section 5: active tasks are left pointing at nothing.
    public static func checkDeletion(_ row: Image, by server: FogServer) async throws {
        if row.protected {
            throw FogError(.refused, "\(row.label) is protected", hint: "clear its flag `protected` first")
        }
        let tasks = try await server.rows(FogTask.self, isActive: true, filter: .equals("imageID", row.id.number))
        guard let task = tasks.first(where: { $0.imageID == row.id }) else { return }
        throw FogError(.conflict, "\(row.label) is in use: \(task.label)", hint: "wait for that task or cancel it")
    }
}

extension Host: DeletableEntity {
    /// Sees that no task is under way: FOG would delete it with the host, and the host would image on.
    ///
    /// Origin: FOG 1.5.9.239, section 5: a host is deleted with its tasks, active ones too.
    public static func checkDeletion(_ row: Host, by server: FogServer) async throws {
        let tasks = try await server.rows(FogTask.self, isActive: true, filter: .equals("hostID", row.id.number))
        guard let task = tasks.first(where: { $0.hostID == row.id }) else { return }
        throw FogError(.conflict, "\(row.label) is busy: \(task.label)", hint: "wait for that task or cancel it")
    }
}

extension Printer: WritableEntity, DeletableEntity {}

extension PowerManagement: WritableEntity, DeletableEntity {
    /// Gives an order that is done at once the asterisks that FOG wants.
    ///
    /// Origin: FOG 1.5.9.239, section 5, recording 284.
    public static func completed(_ values: [String: FieldValue]) -> [String: FieldValue] {
        guard values["onDemand"] == .flag(true) else {
            return values.merging(["onDemand": .flag(false)]) { one, _ in one }
        }
        let any = Dictionary(
            uniqueKeysWithValues: ["min", "hour", "dom", "month", "dow"].map { ($0, FieldValue.text("*")) }
        )
        return values.merging(any) { given, _ in given }
    }
}

extension Inventory: WritableEntity, DeletableEntity {}

extension StorageGroup: WritableEntity, DeletableEntity {
    /// Sees that the group is empty.
    public static func checkDeletion(_ row: StorageGroup, by server: FogServer) async throws {
        let nodes = try await server.rows(StorageNode.self, filter: .equals("storagegroupID", row.id.number))
        if let node = nodes.first { throw FogError(.conflict, "\(row.label) has nodes: \(node.label)") }
        let images = try await server.associations(
            "imageassociation",
            ["imageID"],
            filter: .equals("storagegroupID", row.id.number)
        )
        guard let image = images.first?["imageID"] else { return }
        throw FogError(.conflict, "\(row.label) holds images, image \(image) among them", hint: "move them first")
    }
}

extension StorageNode: WritableEntity, DeletableEntity {
    /// Sees that no task is under way on the node.
    public static func checkDeletion(_ row: StorageNode, by server: FogServer) async throws {
        let tasks = try await server.rows(FogTask.self, isActive: true, filter: .equals("storagenodeID", row.id.number))
        guard let task = tasks.first(where: { $0.storagenodeID == row.id.number }) else { return }
        throw FogError(.conflict, "\(row.label) is in use: \(task.label)", hint: "wait for that task or cancel it")
    }
}

extension Setting: WritableEntity {}

extension PXEMenuEntry: WritableEntity, DeletableEntity {}

extension Role: WritableEntity, DeletableEntity {}

extension Site: WritableEntity, DeletableEntity {}
