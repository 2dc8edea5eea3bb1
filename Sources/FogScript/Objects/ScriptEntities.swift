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
    var line: String {
        "Group \(id) \"\(name)\"" + (hostcount.map { ", \($0) \($0 == 1 ? "host" : "hosts")" } ?? "")
    }
}

extension FogTask: ScriptEntity {
    var line: String {
        let kind = typename.map { ", \($0)" } ?? ""
        let place = hostname.map { " on \"\($0)\"" } ?? hostID.map { " on host \($0)" } ?? ""
        return "Task \(id)\(kind)\(place), \(state?.word ?? statename ?? "state \(stateID)"), \(percent) %"
    }
}

extension TaskType: ScriptEntity {}
extension TaskStateRow: ScriptEntity {}
extension ImageType: ScriptEntity {}
extension ImagePartitionType: ScriptEntity {}
extension OperatingSystem: ScriptEntity {}
extension StorageGroup: ScriptEntity {}
extension Module: ScriptEntity {}
extension Printer: ScriptEntity {}
extension PXEMenuEntry: ScriptEntity {}
extension KeySequence: ScriptEntity {}
extension User: ScriptEntity {}
extension Role: ScriptEntity {}
extension Site: ScriptEntity {}

extension Snapin: ScriptEntity {
    var line: String { "Snapin \(id) \"\(name)\"" + (file.map { ", " + $0 } ?? "") + (isEnabled ? "" : ", disabled") }
}

extension StorageNode: ScriptEntity {
    var line: String {
        let slots = freeSlots.map { ", \($0) of \(maxClients) slots free" } ?? ", \(maxClients) slots"
        return "StorageNode \(id) \"\(name)\"" + (isEnabled ? slots : ", disabled")
    }

    /// Hosts that it can serve beside those that it serves now; nil where the server does not tell its load.
    var freeSlots: Int? {
        guard let load = clientload, load.isFinite, let busy = Int(exactly: (load * Double(maxClients)).rounded())
        else { return nil }
        return max(0, maxClients - busy)
    }

    static var reckoned: [Field<StorageNode>] {
        [
            .reckoned("free_slots", .integer, "how many hosts more it can serve now; nil is not told") { node in
                node.freeSlots.map { .integer($0) } ?? .none
            }
        ]
    }
}

extension Setting: ScriptEntity {
    var line: String { "Setting \(id) \"\(name)\" = " + (isSecret ? "(secret)" : value ?? "") }
}

extension MulticastSession: ScriptEntity {
    var line: String {
        let image = imagename.map { ", image \"\($0)\"" } ?? ""
        return "MulticastSession \(id) \"\(name)\"\(image), \(statename ?? "state \(stateID)"), \(percent) %"
    }
}

extension ScheduledTask: ScriptEntity {
    var line: String {
        let target = hostname.map { " on \"\($0)\"" } ?? groupname.map { " on group \"\($0)\"" } ?? ""
        return "ScheduledTask \(id)" + (tasktypename.map { ", " + $0 } ?? "") + target + (isActive ? "" : ", over")
    }
}

extension Inventory: ScriptEntity {
    var line: String {
        let model = [sysman, sysproduct].compactMap { $0 }.joined(separator: " ")
        let serial = sysserial.map { ", serial \($0)" } ?? ""
        return "Inventory \(id)" + (hostID.map { " of host \($0)" } ?? "") + (model.isEmpty ? "" : ", " + model)
            + serial
    }
}

extension MACAssociation: ScriptEntity {
    var line: String {
        let marks = [primary ? "primary" : nil, pending ? "pending" : nil].compactMap { $0 }
        let owner = hostID.map { " of host \($0)" } ?? ""
        return (["MAC \(mac)\(owner)"] + marks).joined(separator: ", ")
    }
}

extension PowerManagement: ScriptEntity {
    var line: String {
        let time = [min, hour, dom, month, dow].map { $0 ?? "*" }.joined(separator: " ")
        let place = hostID.map { " of host \($0)" } ?? ""
        return "PowerManagement \(id)\(place), \(action ?? "no action") " + (onDemand ? "at once" : "at \(time)")
    }
}

extension SnapinJob: ScriptEntity {
    var line: String {
        let place = hostname.map { " on \"\($0)\"" } ?? hostID.map { " on host \($0)" } ?? ""
        return "SnapinJob \(id)\(place), \(statename ?? "state \(stateID)")"
    }
}

extension SnapinTask: ScriptEntity {
    var line: String {
        let snapin = snapinname.map { ", \"\($0)\"" } ?? snapinID.map { ", snapin \($0)" } ?? ""
        let end = complete == nil ? "" : ", exit code \(exitCode)"
        return "SnapinTask \(id)\(snapin), \(statename ?? "state \(stateID)")\(end)"
    }
}

extension ImagingRecord: ScriptEntity {
    var line: String {
        let place = hostname.map { " of \"\($0)\"" } ?? hostID.map { " of host \($0)" } ?? ""
        return "ImagingRecord \(id)\(place)" + (image.map { ", image \"\($0)\"" } ?? "")
            + (type.map { ", \($0)" } ?? "") + (finish == nil ? ", not finished" : "")
    }
}

extension UserTracking: ScriptEntity {
    var line: String {
        let place = hostname.map { " on \"\($0)\"" } ?? hostID.map { " on host \($0)" } ?? ""
        return "UserTracking \(id), \(username ?? "nobody") \(action ?? "")\(place)"
    }
}
