import FogModel
import FogOperations

/// One thing that an operation needs leave for, and whom it touches, as far as the operation itself tells.
struct Demand: Hashable {
    /// Where the hosts are to be found that an operation changes.
    enum Subjects: Hashable {
        /// It is about no hosts.
        case none
        /// These.
        case hosts([HostID])
        /// A host that is about to be registered.
        case newHost(String)
        /// Members of a group.
        case group(GroupID)
        /// Hosts that have an image; they are not changed themselves, only what they will get.
        case image(ImageID)
        /// The host that a row belongs to, and those that the operation names.
        case owner(className: String, Int, and: [HostID])
        /// Whom that work is about.
        case work(Work)
        /// Nobody can say.
        case anything
    }

    /// Work that can be called off.
    enum Work: Hashable {
        case task(TaskID)
        case tasks(HostID)
        case snapinJob(SnapinJobID)
        case session(MulticastSessionID)
        case schedule(ScheduledTaskID)
    }

    /// What is done.
    var verb: PermissionVerb
    /// To whom.
    var subjects: Subjects

    /// Work that is called off; nil for whatever else.
    var work: Work? { if case .work(let work) = subjects { work } else { nil } }
}

extension FogOperation {
    /// What the operation needs leave for, in the order in which it is asked; nothing for time and questions.
    var demands: [Demand] {
        switch effect {
        case .nothing: []
        case .read: [Demand(verb: .read, subjects: .none)]
        case .write(let name): [Demand(verb: .write(name), subjects: touched)]
        case .delete(let name): [Demand(verb: .delete(name), subjects: touched)]
        case .setting: [Demand(verb: .setting, subjects: .none)]
        case .task(let type): [Demand(verb: .task(type), subjects: touched)] + replacements
        case .cancel: [Demand(verb: .cancel, subjects: touched)]
        case .raw: [Demand(verb: .raw, subjects: .anything)]
        }
    }

    /// Calls off what a host has to do, where a new task is to take its place.
    private var replacements: [Demand] {
        switch self {
        case .tasks(.create(let host, _, let options)) where options.replace:
            [Demand(verb: .cancel, subjects: .work(.tasks(host)))]
        case .tasks(.multicast(let hosts, _, let options)) where options.replace:
            hosts.map { Demand(verb: .cancel, subjects: .work(.tasks($0))) }
        default: []
        }
    }

    private var touched: Demand.Subjects {
        switch self {
        case .hosts(.create(let draft)): .newHost(draft.name)
        case .rows(.create(.host, let values)): .newHost(values["name"]?.text ?? "")
        case .rows(.create(let entity, _)): .created(entity.rawValue, subjects)
        case .rows(.update(let entity, let number, _)), .rows(.delete(let entity, let number)),
            .rows(.setSecret(let entity, let number, _, _)):
            .row(entity.rawValue, number)
        case .records(.create(let name, _)): .created(name, subjects)
        case .records(.update(let name, let number, let values)):
            .row(name, number, values["hostID"]?.integer.flatMap { HostID($0) }.map { [$0] } ?? [])
        case .records(.delete(let name, let number)): .row(name, number)
        case .macs(.approve(let number)), .macs(.deny(let number)): .row(MACAssociation.className, number.number)
        case .links(.add(let link, _, let owner)), .links(.remove(let link, _, let owner)):
            link == .groupHosts || link.owner == .host ? .hosts(subjects) : .row(link.owner.rawValue, owner)
        case .tasks(let operation): operation.touched
        case .server, .hosts, .macs, .session, .rows, .records, .links: .hosts(subjects)
        }
    }
}

extension TaskOperation {
    fileprivate var touched: Demand.Subjects {
        switch self {
        case .cancel(let task): .work(.task(task))
        case .cancelAll(let host): .work(.tasks(host))
        case .cancelSnapinJob(let job): .work(.snapinJob(job))
        case .cancelSession(let session): .work(.session(session))
        case .unschedule(let schedule): .work(.schedule(schedule))
        case .schedule(let draft): if case .group(let group) = draft.target { .group(group) } else { .hosts(subjects) }
        default: .hosts(subjects)
        }
    }
}

extension Demand.Subjects {
    /// A row of a class that exists.
    fileprivate static func row(_ className: String, _ number: Int, _ others: [HostID] = []) -> Self {
        switch className.lowercased() {
        case Host.className: HostID(number).map { .hosts([$0]) } ?? .anything
        case Group.className: GroupID(number).map { .group($0) } ?? .anything
        case Image.className: ImageID(number).map { .image($0) } ?? .anything
        case let name where hostless.contains(name): .none
        case let name: .owner(className: name, number, and: others)
        }
    }

    /// A row that is about to be made.
    fileprivate static func created(_ className: String, _ hosts: [HostID]) -> Self {
        if className.lowercased() == Host.className { return .newHost("") }
        return hosts.isEmpty ? .none : .hosts(hosts)
    }

    /// Classes of which no row belongs to a host.
    private static let hostless: Set<String> = Set(
        """
        imagepartitiontype imagetype ipxe keysequence module os oui plugin printer pxemenuoptions role setting service \
        site snapin storagegroup storagenode taskstate tasktype user usergroup
        """.split(separator: " ").map(String.init)
    )
}

extension FieldValue {
    fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
