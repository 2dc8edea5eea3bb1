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
    ) { fog in
        try Asking.all(Group.self).map(fog.objects)
    }

    static let get = FogFunction(
        "fog.group",
        "Gets one group.",
        Parameter<RowArgument<Group>>("key", "number or exact name"),
        returns: Parameter<GroupObject>(result: "group", "the group"),
        operation: "findGroup",
        errors: ["not_found"]
    ) { fog, key in
        try Lookup.row(key, fog).map(fog.object)
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
        operation: "listHostsOfGroup",
        errors: ["not_found"]
    ) { fog, group in
        try Lookup.id(group, fog).then { group in
            try Asking.rows(Host.self, .links(.list(.groupHosts, of: group.number))).map(fog.objects)
        }
    }
}
