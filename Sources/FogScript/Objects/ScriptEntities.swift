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

extension TaskType: ScriptEntity {
    var line: String { "TaskType \(id) \"\(name)\"" }
}
