import FogModel
import FogOperations
import ScriptAPI

/// Makes the functions about rows that belong to others, as snapins to hosts: they are alike for all of them.
struct LinkFunctions<Owner: ScriptEntity & NamedEntity, Members: RowsNaming>: Sendable {
    typealias Member = Members.Row

    /// How the rows belong together.
    let link: Link
    /// Word for the owner, as in `host`.
    let owner: String
    /// Words that the functions begin with, as in `host_snapins`.
    let stem: String
    /// Words for what belongs to it, as in `snapins`.
    let many: String
    /// Owner and members in Lua, for examples.
    let sample: (owner: String, member: String)
    /// Lua before the examples and after them.
    private var guards: (String, String) {
        guard link == .hostModules else { return ("", "") }
        return ("local module = fog.modules()[1]\nif module then\n  ", "\nend")
    }

    init(_ link: Link, _ owner: String, _ many: String, sample: (owner: String, member: String)) {
        (self.link, self.owner, self.many, self.sample) = (link, owner, many.replacing("_", with: " "), sample)
        stem = "\(owner)_\(many)"
    }

    private var title: String { Owner.scriptName }
    private var method: String { String(stem.dropFirst(owner.count + 1)) }

    /// Function that lists what belongs to a row.
    var list: FogFunction {
        FogFunction(
            "fog.\(stem)",
            method: "\(title):\(method)",
            "Lists the \(many) of \(article) \(owner).",
            Parameter<RowArgument<Owner>>(owner, "\(owner) that has them"),
            returns: Parameter<[EntityObject<Member>]>(result: "rows", "\(many); empty where it has none"),
            operation: operation(.list(link, of: 1)),
            errors: ["not_found"],
            example: "for _, row in ipairs(\(sample.owner):\(method)()) do\n  print(row)\nend"
        ) { fog, owner in
            try Lookup.id(owner, fog).then { id in
                try Asking.rows(Member.self, .links(.list(link, of: id.number))).map(fog.objects)
            }
        }
    }

    /// Function that adds to what belongs to a row.
    ///
    /// - Parameter verb: its name after the owner's, as in `snapins_add`.
    /// - Returns: the function.
    func adding(_ verb: String) -> FogFunction {
        FogFunction(
            "fog.\(owner)_\(verb)",
            method: "\(title):\(verb)",
            "Adds \(many) to \(article) \(owner).",
            Parameter<RowArgument<Owner>>(owner, "\(owner) that gets them"),
            Parameter<Members>("rows", "\(many) to add"),
            returns: Parameter<Int>(result: "count", "how many it did not have before"),
            operation: operation(.add(link, [], to: 1)),
            errors: ["not_found", "uncertain"],
            example: guards.0 + "print(\(sample.owner):\(verb)(\(sample.member)))" + guards.1
        ) { fog, owner, members in
            try both(owner, members.ids(on: fog), fog).then { owner, members in
                try Links.add(link, members, to: owner)
            }
        }
    }

    /// Function that takes away from what belongs to a row.
    func removing(_ verb: String) -> FogFunction {
        FogFunction(
            "fog.\(owner)_\(verb)",
            method: "\(title):\(verb)",
            "Takes \(many) away from \(article) \(owner).",
            Parameter<RowArgument<Owner>>(owner, "\(owner) that has them"),
            Parameter<Members>("rows", "\(many) to take away"),
            returns: Parameter<Int>(result: "count", "how many it had of them"),
            operation: operation(.remove(link, [], from: 1)),
            errors: ["not_found", "uncertain"],
            example: guards.0 + "print(\(sample.owner):\(verb)(\(sample.member)))" + guards.1
        ) { fog, owner, members in
            try both(owner, members.ids(on: fog), fog).then { owner, members in
                try Links.remove(link, members, from: owner)
            }
        }
    }

    /// Function that sees that just certain rows belong to a row.
    func setting(_ verb: String) -> FogFunction {
        FogFunction(
            "fog.\(owner)_\(verb)",
            method: "\(title):\(verb)",
            "Sees that \(article) \(owner) has just certain \(many).",
            Parameter<RowArgument<Owner>>(owner, "\(owner) that is to have them"),
            Parameter<Members>("rows", "\(many) that it is to have"),
            details:
                "What is missing is added and what is too much is taken away; the whole set is never sent. An empty "
                + "list takes all away.",
            returns: Parameter<Int>(result: "count", "how many were added or taken away"),
            operation: operation(.list(link, of: 1)),
            errors: ["not_found", "uncertain"],
            example: guards.0 + "\(sample.owner):\(verb)(\(sample.member))" + guards.1
        ) { fog, owner, members in
            let wanted = members.isEmptyList ? .done([]) : try members.ids(on: fog)
            return try both(owner, wanted, fog).then { owner, wanted in
                try Asking.rows(Member.self, .links(.list(link, of: owner))).then { rows in
                    let present = Set(rows.map(\.id.number))
                    let missing = wanted.filter { !present.contains($0) }
                    let surplus = rows.map(\.id.number).filter { !wanted.contains($0) }
                    return try Links.add(link, missing, to: owner).then { added in
                        try Links.remove(link, surplus, from: owner).map { added + $0 }
                    }
                }
            }
        }
    }

    /// Functions to list, add, remove and set.
    func all() -> [FogFunction] {
        [list, adding(method + "_add"), removing(method + "_remove"), setting(method + "_set")]
    }

    private var article: String { "aeiou".contains(owner.prefix(1)) ? "an" : "a" }

    private func operation(_ operation: LinkOperation) -> String { operation.name }

    private func both(
        _ owner: RowArgument<Owner>,
        _ members: Ask<[Identifier<Member>]>,
        _ fog: FogHandle
    ) throws -> Ask<(Int, [Int])> {
        try Lookup.id(owner, fog).then { owner in
            try members.map { (owner.number, $0.map(\.number)) }
        }
    }
}

/// Steps that change what belongs to a row; nothing is asked where there is nothing to do.
enum Links {
    static func add(_ link: Link, _ members: [Int], to owner: Int) throws -> Ask<Int> {
        members.isEmpty ? .done(0) : try count(.add(link, members, to: owner))
    }

    static func remove(_ link: Link, _ members: [Int], from owner: Int) throws -> Ask<Int> {
        members.isEmpty ? .done(0) : try count(.remove(link, members, from: owner))
    }

    private static func count(_ operation: LinkOperation) throws -> Ask<Int> {
        try Asking.answer(to: .links(operation)).map { answer in
            guard case .numbers(let numbers) = answer else { throw Asking.mismatch(.links(operation)) }
            return numbers.count
        }
    }
}

/// Functions about what belongs to hosts, groups, images and snapins.
enum BelongingFunctions {
    static let all: [FogFunction] = hosts + groups + storage

    private static let pc = "fog.host(\"pc-001\")"

    private static let hosts: [FogFunction] =
        LinkFunctions<Host, RowsArgument<Snapin>>(.hostSnapins, "host", "snapins", sample: (pc, "\"7-Zip\"")).all()
        + LinkFunctions<Host, RowsArgument<Module>>(.hostModules, "host", "modules", sample: (pc, "module")).all()
        + LinkFunctions<Host, RowsArgument<Printer>>(.hostPrinters, "host", "printers", sample: (pc, "1")).all()

    private static let members = LinkFunctions<Group, HostsArgument>(
        .groupHosts,
        "group",
        "hosts",
        sample: ("fog.group(\"Lab A\")", "\"pc-00*\"")
    )

    private static let groups: [FogFunction] = [
        members.list, members.adding("add"), members.removing("remove"), members.setting("set"),
    ]

    private static let second = "fog.storage_group_create({ name = \"Second site\" })"

    private static let storage: [FogFunction] =
        LinkFunctions<Image, RowsArgument<StorageGroup>>(
            .imageStorageGroups,
            "image",
            "storage_groups",
            sample: ("fog.image(1)", second)
        ).all()
        + LinkFunctions<Snapin, RowsArgument<StorageGroup>>(
            .snapinStorageGroups,
            "snapin",
            "storage_groups",
            sample: ("fog.snapin(\"7-Zip\")", second)
        ).all()
}
