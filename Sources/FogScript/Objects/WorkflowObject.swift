import FogSession
import LuaKit
import ScriptAPI

/// What `workflow{}` makes: a description, and the function to run.
final class WorkflowObject: ScriptObject {
    static let typeName = "Workflow"

    let workflow: WorkflowDescription
    /// Function that gets the arguments.
    let run: LuaReference

    init(_ workflow: WorkflowDescription, run: LuaReference) {
        self.workflow = workflow
        self.run = run
    }
}

extension WorkflowObject: CustomStringConvertible {
    var description: String { "Workflow: \(workflow.summary)" }
}
