import FogModel

extension Host: ScriptEntity {
    static var scriptName: String { "Host" }
    var line: String {
        let image = imagename.map { ", image \"\($0)\"" } ?? (imageID.map { ", image \($0)" } ?? ", no image")
        return "Host \(id) \"\(name)\"" + (primac.map { ", " + $0 } ?? "") + image
    }
}

extension Image: ScriptEntity {
    static var scriptName: String { "Image" }
    var line: String { "Image \(id) \"\(name)\"" + (osname.map { ", " + $0 } ?? "") + (isEnabled ? "" : ", disabled") }
}

extension Group: ScriptEntity {
    static var scriptName: String { "Group" }
    var line: String { "Group \(id) \"\(name)\", \(hostcount) \(hostcount == 1 ? "host" : "hosts")" }
}

extension FogTask: ScriptEntity {
    static var scriptName: String { "Task" }
    var line: String {
        let kind = typename.map { ", \($0)" } ?? ""
        let place = hostname.map { " on \"\($0)\"" } ?? hostID.map { " on host \($0)" } ?? ""
        return "Task \(id)\(kind)\(place), \(state?.word ?? statename ?? "state \(stateID)"), \(percent) %"
    }
}

extension TaskType: ScriptEntity {
    static var scriptName: String { "TaskType" }
    var line: String { "TaskType \(id) \"\(name)\"" }
}
