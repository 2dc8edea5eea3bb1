public import FogModel
import HTTPTypes

extension FogServer {
    /// Has the server make a task later.
    ///
    /// - Returns: the scheduled task as the server has it.
    /// - Throws: `FogError` with `notFound` (no such host, group or snapin), `refused` (type that the server lacks or that
    ///   the target cannot have; snapins that a host lacks or that are disabled; options that FOG does not keep; a host
    ///   without an image, for which FOG's scheduler does nothing whatever the type), `invalidArgument`, `uncertain`
    ///   (answer lost, and no such row is seen; or sent, and it cannot be read).
    ///
    /// Origin: FOG 1.5.9.239, section 5; api-1.6.md section 11; ANCHORS 6, 22.
    public func createScheduledTask(_ draft: ScheduleDraft) async throws -> ScheduledTask {
        var order = try ScheduleOrder(draft, type: try await taskType(draft.type))
        let (image, hosts) = try await checkTarget(order)
        order.snapins = try await checkSnapins(of: order, for: hosts)
        let before = Set(try await scheduledTasks(activeOnly: false).map(\.id))
        let subject = "scheduled \(order.type.name) \"\(order.name)\""
        let path = try await dialect().path(of: ScheduledTask.className) + "/create"
        let request = FogRequest.change(.post, path, order.body(image: image), subject: subject)
        let zone = try await zone()
        let id: ScheduledTaskID
        do {
            id = try row(ScheduledTask.self, in: try await send(request), zone: zone, request).id
        } catch let error as FogError where error.code == .uncertain {
            // FOG keeps the name; of two alike made at once by others nobody could tell which is which.
            let new = try? await scheduledTasks(activeOnly: false).filter { !before.contains($0.id) && order.fits($0) }
            guard let new, new.count == 1, let only = new.first else { throw error }
            id = only.id
        }
        let made = try await confirming("\(subject) (number \(id))") { try await scheduledTask(id) }
        guard order.fits(made) else {
            throw FogError(
                .server,
                "\(subject) was saved as \(made.label)",
                hint: "look at scheduled task \(id) on the server"
            )
        }
        return made
    }

    /// Sees that the target is there and has an image, and gives that and the hosts.
    private func checkTarget(_ order: ScheduleOrder) async throws -> (ImageID?, [Host]) {
        switch order.draft.target {
        case .host(let id):
            let host = try await host(.id(id))
            return (try await checkImage(of: host, for: order), [host])
        case .group(let id):
            let members = try await members(of: id)
            guard !members.isEmpty else { throw FogError(.refused, "group \(id) has no hosts") }
            guard order.type.isMulticast else { return (nil, members) }
            let images = Set(members.map(\.imageID))
            guard images.count == 1, let first = members.first else {
                throw FogError(
                    .refused,
                    "the hosts of group \(id) have \(images.count) different images",
                    hint: "FOG would write one of them to all; give them the same first"
                )
            }
            return (try await checkImage(of: first, for: order), members)
        }
    }

    private func checkImage(of host: Host, for order: ScheduleOrder) async throws -> ImageID {
        guard let id = host.imageID else {
            throw FogError(
                .refused,
                "\(host.label) has no image",
                hint: "FOG's scheduler wants one for every type: give it one first"
            )
        }
        guard order.type.isImaging else { return id }
        let image = try await image(.id(id))
        if !image.isEnabled {
            throw FogError(.refused, "\(image.label) of \(host.label) is not enabled", hint: "enable it on FOG's page")
        }
        if order.type.isCapture, image.protected {
            throw FogError(.refused, "\(image.label) of \(host.label) is protected and cannot be captured over")
        }
        return id
    }

    /// Lists scheduled tasks by number.
    ///
    /// - Parameter activeOnly: whether those that have been done are left out.
    /// - Returns: scheduled tasks of hosts and groups.
    /// - Throws: `FogError`.
    public func scheduledTasks(activeOnly: Bool = true) async throws -> [ScheduledTask] {
        let rows = try await rows(ScheduledTask.self, isActive: activeOnly)
        return rows.filter { $0.isActive || !activeOnly }.sorted { $0.id < $1.id }
    }

    /// Gets one scheduled task.
    ///
    /// - Throws: `FogError` with `notFound`.
    public func scheduledTask(_ id: ScheduledTaskID) async throws -> ScheduledTask {
        try await row(id)
    }

    /// Takes a scheduled task back.
    ///
    /// Its row is deleted: FOG's cancel of it does nothing on some versions and says that it did.
    ///
    /// - Throws: `FogError` with `notFound`, `uncertain` (answer lost, and it is still there; or sent, and it cannot be
    ///   read any more), `server` (the server took the request and it is still there).
    ///
    /// Origin: api-1.6.md section 10; ANCHORS 6, 3.
    public func deleteScheduledTask(_ id: ScheduledTaskID) async throws {
        _ = try await scheduledTask(id)
        let path = try await dialect().path(of: id)
        var failure: FogError?
        do {
            _ = try await send(.change(.delete, path, .object([]), subject: "scheduledtask \(id)"))
        } catch let error as FogError where [.uncertain, .notFound].contains(error.code) {
            failure = error.code == .uncertain ? error : nil
        }
        do {
            _ = try await scheduledTask(id)
        } catch let error as FogError where error.code == .notFound {
            return
        } catch let error as FogError {
            throw failure ?? unconfirmed("scheduledtask \(id)", error)
        }
        throw failure
            ?? FogError(
                .server,
                "scheduled task \(id) is still there after it was deleted",
                hint: "delete it on FOG's page"
            )
    }
}
