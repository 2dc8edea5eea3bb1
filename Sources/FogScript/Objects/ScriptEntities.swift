import FogModel

extension Host: ScriptEntity {
    var line: String {
        let image = imagename.map { ", image \"\($0)\"" } ?? (imageID.map { ", image \($0)" } ?? ", no image")
        return "Host \(id) \"\(name)\"" + (primac.map { ", " + $0 } ?? "") + image
    }
}

extension Image: ScriptEntity {
    var line: String { "Image \(id) \"\(name)\"" + (osname.map { ", " + $0 } ?? "") + (isEnabled ? "" : ", disabled") }
}

extension Group: ScriptEntity {
    var line: String { "Group \(id) \"\(name)\", \(hostcount) \(hostcount == 1 ? "host" : "hosts")" }
}

extension FogTask: ScriptEntity {
    var line: String {
        let kind = typename.map { ", \($0)" } ?? ""
        let place = hostname.map { " on \"\($0)\"" } ?? hostID.map { " on host \($0)" } ?? ""
        return "Task \(id)\(kind)\(place), \(state?.word ?? statename ?? "state \(stateID)"), \(percent) %"
    }
}

extension Snapin: ScriptEntity {
    var line: String { "Snapin \(id) \"\(name)\"" + (isEnabled ? "" : ", disabled") }
}

extension ScheduledTask: ScriptEntity {
    var line: String { "ScheduledTask \(id) \"\(name)\"" + (isActive ? "" : ", inactive") }
}

extension MulticastSession: ScriptEntity {
    var line: String { "MulticastSession \(id) \"\(name)\", \(max(0, clients)) of \(sessclients) hosts, \(percent) %" }
}

extension TaskType: ScriptEntity {
    var line: String { "TaskType \(id) \"\(name)\"" }
}
