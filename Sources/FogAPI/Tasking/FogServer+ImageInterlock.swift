import FogModel

extension FogServer {
    /// Sees that an image is not read and written at once: FOG does not, and what is deployed then is broken.
    ///
    /// A capture asks for the tasks of its image; a deploy for captures alone, of which there are few.
    ///
    /// - Throws: `FogError` with `conflict`.
    ///
    /// Origin: ANCHORS 6, trap 20: a capture overwrites without asking, also while hosts deploy the image.
    func checkImageIsFree(of host: Host, for type: TaskType) async throws {
        guard let image = host.imageID else { return }
        let types = try await taskTypes()
        let rivals = Set(types.filter { type.isCapture ? $0.isImaging : $0.isCapture }.map(\.id))
        let filter: RowFilter =
            type.isCapture ? .equals("imageID", image.number) : .anyOf("typeID", rivals.map(\.number).sorted())
        // Deploys all ask for the same.
        let tasks = try await shared.filteredTasks.value(for: filter) { filters in
            var tasks: [RowFilter: [FogTask]] = [:]
            for filter in filters { tasks[filter] = try await rows(FogTask.self, isActive: true, filter: filter) }
            return tasks
        }
        let rival = tasks.first { task in
            task.imageID == image && task.hostID != host.id && task.typeID.map(rivals.contains) ?? false
                && task.state?.isActive ?? true
        }
        guard let rival else { return }
        let name = host.imagename.map { "image \"\($0)\"" } ?? "image \(image)"
        let isCaptured = types.first { $0.id == rival.typeID }?.isCapture ?? false
        throw FogError(
            .conflict,
            "\(name) is being \(isCaptured ? "captured" : "deployed"): \(rival.label) of \(rival.hostname ?? "another host")",
            hint: "wait for that task; to read and write an image at once would break it"
        )
    }
}
