import FogSession
import LuaKit
import ScriptAPI

/// What `workflow{}` makes: a description, and its functions.
final class WorkflowObject: ScriptObject {
    static let typeName = "Workflow"

    let workflow: WorkflowDescription
    /// Function that says what does not hold of the arguments; nil where there is none.
    let check: LuaReference?
    /// Function that gets the arguments.
    let run: LuaReference

    init(_ workflow: WorkflowDescription, check: LuaReference?, run: LuaReference) {
        self.workflow = workflow
        self.check = check
        self.run = run
    }
}

extension WorkflowObject: CustomStringConvertible {
    var description: String { "Workflow: \(workflow.summary)" }
}
