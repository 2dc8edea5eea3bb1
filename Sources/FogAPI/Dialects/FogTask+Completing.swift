public import FogModel
import Synchronization

extension FogTask {
    /// Gives tasks of a list of 1.6 the names that go with their numbers.
    ///
    /// Types and states are asked for once, hosts, images and storage nodes where a number comes that is not known yet:
    /// polling tasks costs no more requests than on 1.5.
    ///
    /// Origin: FOG 1.6, section 4.3: rows of tasks have numbers and none of the nested rows.
    public static func completed(_ rows: [FogTask], by server: FogServer) async throws -> [FogTask] {
        var tasks = rows
        for relation in Relation.all {
            let wanted = Set(tasks.compactMap { $0[keyPath: relation.name] == nil ? relation.number($0) : nil })
            if wanted.isEmpty { continue }
            let names = try await server.names(of: relation.className, for: wanted, isSmall: relation.isSmall)
            for place in tasks.indices where tasks[place][keyPath: relation.name] == nil {
                tasks[place][keyPath: relation.name] = relation.number(tasks[place]).flatMap { names[$0] }
            }
        }
        return tasks
    }

    /// A row that a task names by its number.
    private struct Relation: Sendable {
        let className: String
        /// Whether the class has a few rows that never change.
        let isSmall: Bool
        let name: any WritableKeyPath<FogTask, String?> & Sendable
        let number: @Sendable (FogTask) -> Int?

        static let all = [
            Relation(className: "host", isSmall: false, name: \.hostname) { $0.hostID?.number },
            Relation(className: "tasktype", isSmall: true, name: \.typename) { $0.typeID?.number },
            Relation(className: "taskstate", isSmall: true, name: \.statename) { $0.stateID > 0 ? $0.stateID : nil },
            Relation(className: "image", isSmall: false, name: \.imagename) { $0.imageID?.number },
            Relation(className: "storagenode", isSmall: true, name: \.storagenodename) {
                $0.storagenodeID > 0 ? $0.storagenodeID : nil
            },
        ]
    }
}

extension FogServer {
    /// Keeps the names that a host's own row tells, so that they are not asked for when it has a task.
    func remember(_ host: Host) {
        known.withLock { known in
            known.names[Host.className, default: [:]][host.id.number] = host.name
            guard let image = host.imageID, let name = host.imagename else { return }
            known.names[Image.className, default: [:]][image.number] = name
        }
    }

    /// Gives names by numbers; asked for anew where one is not known yet.
    ///
    /// A user who may not read a class gets no names of it: they are for people.
    fileprivate func names(of className: String, for wanted: Set<Int>, isSmall: Bool) async throws -> [Int: String] {
        let kept = known.withLock { $0.names[className] ?? [:] }
        if wanted.isSubset(of: kept.keys) { return kept.filter { !$0.value.isEmpty } }
        var names: [Int: String] = [:]
        do {
            if isSmall {
                names = try await self.names(of: className)
            } else {
                for page in wanted.sorted().pages(of: limits.page) {
                    names.merge(try await self.names(of: className, filter: .anyOf("id", page))) { first, _ in first }
                }
            }
        } catch let error as FogError where error.isMissingRight {
            names = [:]
        }
        // A row that has gone has no name, and is not asked for again and again.
        for number in wanted where names[number] == nil { names[number] = "" }
        let found = names
        known.withLock { known in known.names[className, default: [:]].merge(found) { _, new in new } }
        return found.filter { !$0.value.isEmpty }
    }
}
