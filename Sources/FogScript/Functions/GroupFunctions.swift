import FogModel
import FogOperations
import ScriptAPI

/// Functions about groups.
enum GroupFunctions {
    typealias GroupObject = EntityObject<Group>

    static let all: [FogFunction] = [list, get, hosts]

    static let list = FogFunction(
        "fog.groups",
        "Lists groups.",
        returns: Parameter<[GroupObject]>(result: "groups", "all groups in the server's order"),
        operation: "listGroups",
        errors: ["auth", "unavailable", "server"]
    ) { _ in
        try Asking.groups(.listGroups).map { $0.map { EntityObject($0) } }
    }

    static let get = FogFunction(
        "fog.group",
        "Gets one group.",
        Parameter<RowArgument<Group>>("key", "number or exact name"),
        returns: Parameter<GroupObject>(result: "group", "the group"),
        operation: "findGroup",
        errors: ["not_found"]
    ) { _, key in
        try Lookup.group(key).map { EntityObject($0) }
    }

    static let hosts = FogFunction(
        "fog.group_hosts",
        method: "Group:hosts",
        "Lists the hosts of a group.",
        Parameter<RowArgument<Group>>("group", "group to list"),
        returns: Parameter<[EntityObject<Host>]>(
            result: "hosts",
            "hosts in the server's order; empty for an empty group"
        ),
        operation: "listMembers",
        errors: ["not_found"]
    ) { _, group in
        try Lookup.group(group).then { group in
            try Asking.hosts(.listMembers(group.id)).map { $0.map { EntityObject($0) } }
        }
    }
}
