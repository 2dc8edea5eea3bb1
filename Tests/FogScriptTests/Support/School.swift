import FogModel
import FogOperations
import FogSession

/// A server with a handful of rows, which answers at once.
struct School {
    var hosts: [Host]
    var images: [Image]
    var groups: [Group]
    var tasks: [FogTask] = []
    var agrees = true
    /// Seconds since 1970.
    var now = 1_800_000_000.0

    init() {
        images = [Self.image(1, "Win11"), Self.image(2, "Debian 12")]
        hosts = (1...3).map { Self.host($0, "lab-a-\($0)", image: 1) } + [Self.host(4, "office-1", image: 2)]
        groups = [Group(id: number(1)), Group(id: number(2))]
        groups[0].name = "Lab A"
        groups[0].hostcount = 3
        groups[1].name = "Empty"
    }

    static func host(_ id: Int, _ name: String, image: Int?) -> Host {
        var host = Host(id: number(id))
        host.name = name
        host.imageID = image.flatMap { Identifier($0) }
        host.imagename = image == 1 ? "Win11" : image == 2 ? "Debian 12" : nil
        host.primac = "00:11:22:33:44:0\(id)"
        host.macs = [host.primac ?? ""]
        return host
    }

    static func image(_ id: Int, _ name: String) -> Image {
        var image = Image(id: number(id))
        image.name = name
        image.isEnabled = true
        return image
    }

    static func image(_ id: Int, _ name: FieldValue?) -> Image {
        guard case .text(let name)? = name else { return image(id, "?") }
        return image(id, name)
    }

    mutating func answer(_ operation: FogOperation) -> SessionResult {
        switch operation {
        case .server(.info):
            .success(.server(ServerInfo(url: "http://fog", version: "1.5", typing: .numbers, zone: "UTC")))
        case .hosts(.list(let selector, _)):
            .success(
                .rows(hosts.filter { selector?.selects(HostFacts($0, groups: groupNames($0)), at: Int(now)) ?? true })
            )
        case .rows(.find(.host, let key)): .success(.rows(hosts.filter { key.fits($0) }))
        case .hosts(.create(let draft)): .success(.rows([create(draft)]))
        case .hosts(.update(let id, let changes)): update(id, changes)
        case .rows(.list(.image, _)): .success(.rows(images))
        case .rows(.find(.image, let key)): .success(.rows(images.filter { key.fits($0) }))
        case .rows(.create(.image, let values)): .success(.rows([Self.image(9, values["name"])]))
        case .rows(.list(.group, _)): .success(.rows(groups))
        case .rows(.find(.group, let key)): .success(.rows(groups.filter { key.fits($0) }))
        case .links(.list(.groupHosts, of: let id)): .success(.rows(id == 1 ? Array(hosts.prefix(3)) : []))
        case .rows(.list(.taskType, _)): .success(.rows([TaskType(id: number(1))]))
        case .tasks(.list(let query)): .success(.rows(tasks.filter { query.fits($0) }))
        case .tasks(.create(let id, let type, _)):
            .success(.created(CreatedTask(work: task(id, type).map { .task($0) } ?? .nothing)))
        case .tasks(.cancel(let id)): .success(.rows(tasks.filter { $0.id == id }))
        case .tasks(.wait(let ids, _)): .success(.verdicts(ids.map { verdict($0) }, progress: []))
        case .session(.sleep), .session(.fail): .success(.done)
        case .server(.zoneOffset): .success(.zone(ZoneSpan(offset: 0)))
        case .session(.now): .success(.time(now))
        case .session(.confirm): .success(.flag(agrees))
        case .rows(.list(.host, _)): .success(.rows(hosts))
        case .session(.open(let name)):
            name == "site-b" ? .success(.done) : .failure(FogError(.notFound, "no server named \"\(name)\""))
        default: .failure(FogError(.server, "the school has no \(operation.name)"))
        }
    }

    private func groupNames(_ host: Host) -> [String] { host.id.number <= 3 ? ["Lab A"] : [] }

    private mutating func create(_ draft: HostDraft) -> Host {
        var host = Self.host(hosts.count + 1, draft.name, image: nil)
        host.macs = draft.macs.map(\.description)
        hosts.append(host)
        return host
    }

    private mutating func update(_ id: HostID, _ changes: HostChanges) -> SessionResult {
        guard let place = hosts.firstIndex(where: { $0.id == id }) else {
            return .failure(FogError(.notFound, "no host has the number \(id)", operation: "updateHost"))
        }
        for field in Host.fields {
            if let value = changes.values[field.name] { _ = field.set(&hosts[place], value) }
        }
        if case .id(let image)? = changes.image { hosts[place].imageID = image }
        return .success(.rows([hosts[place]]))
    }

    private mutating func task(_ host: HostID, _ type: TaskTypeKey) -> FogTask? {
        if case .name(.wake) = type { return nil }
        var task = FogTask(id: number(tasks.count + 1))
        task.hostID = host
        task.hostname = hosts.first { $0.id == host }?.name
        task.typename = "\(type)"
        task.stateID = 1
        tasks.append(task)
        return task
    }

    private func verdict(_ target: WaitTarget) -> Verdict {
        let task = tasks.first { target == .task($0.id) }
        return Verdict(
            target: target,
            host: task?.hostID,
            hostname: task?.hostname,
            outcome: .done,
            evidence: "complete",
            seconds: 300,
            percent: 100
        )
    }
}

extension RowKey {
    func fits(_ row: some NamedEntity) -> Bool {
        switch self {
        case .id(let number): row.id.number == number
        case .name(let name): row.name.lowercased() == name.lowercased()
        }
    }
}

extension TaskQuery {
    func fits(_ task: FogTask) -> Bool {
        (!activeOnly || task.state?.isActive ?? false) && ids?.contains(task.id) ?? true
            && hosts?.contains { $0 == task.hostID } ?? true
    }
}

/// A number that the tests themselves have written.
func number<Row>(_ number: Int) -> Identifier<Row> {
    guard let identifier = Identifier<Row>(number) else { preconditionFailure("\(number) names no row") }
    return identifier
}
