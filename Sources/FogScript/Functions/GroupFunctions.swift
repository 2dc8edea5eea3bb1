import FogModel
import ScriptAPI

/// Functions about groups.
enum GroupFunctions {
    static let all: [FogFunction] = RowFunctions<RowArgument<Group>>("group", "groups", sample: "\"Lab A\"").everything(
        draft: "{ name = \"Lab C\" }",
        changes: "{ description = \"first floor\" }"
    )
}
