import FogModel
import LuaKit

/// Reads what a workflow asks to be granted.
enum PermissionReader {
    /// Reads the grants; each is written back as it is read, so that one thing has one name.
    ///
    /// - Throws: fault that points at the grant that does not hold.
    static func grants(_ value: LuaValue) throws(WorkflowReader.Fault) -> [String] {
        var grants: [String] = []
        for text in try WorkflowReader.texts(value, "permissions") {
            do throws(GrantFault) {
                grants.append(try Grant(text).description)
            } catch {
                throw WorkflowReader.Fault(message: "permissions: \(error.error(in: text))")
            }
        }
        return grants
    }

    /// Reads how many hosts it changes at most; nil says nothing of that.
    static func maxHosts(_ value: LuaValue) throws(WorkflowReader.Fault) -> Int? {
        if value.isNil { return nil }
        guard let number = value.integer, number > 0 else {
            throw WorkflowReader.Fault(message: "max_hosts is a whole number, 1 or more")
        }
        return number
    }
}
