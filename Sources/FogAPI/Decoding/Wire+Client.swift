public import FogModel

// Classes of what the FOG client does on a host.

extension Snapin: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Snapin> { Wire() }
}

extension SnapinJob: WireEntity {
    /// Says where the fields lie.
    public static var wire: Wire<SnapinJob> {
        Wire(nested: ["host": ["name": "hostname"], "state": ["name": "statename"]])
    }
}

extension SnapinTask: WireEntity {
    /// Says where the fields lie.
    public static var wire: Wire<SnapinTask> {
        Wire(
            nested: [
                "snapin": ["name": "snapinname"], "state": ["name": "statename"], "snapinjob": ["hostID": "hostID"],
            ]
        )
    }
}

extension Printer: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Printer> { Wire() }
}

extension Module: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Module> { Wire() }
}

extension PowerManagement: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<PowerManagement> { Wire() }
}

extension Inventory: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Inventory> { Wire() }
}

extension MACAssociation: WireEntity {
    /// Says where the fields lie.
    public static var wire: Wire<MACAssociation> {
        Wire { $0.mac = $0.mac.lowercased() }
    }
}

extension UserTracking: WireEntity {
    /// Says where the fields lie.
    ///
    /// Origin: FOG 1.5.9.239, `lib/fog/usertracking.class.php`: 1, 0 and 99; 1.6 gives the English words or others.
    public static var wire: Wire<UserTracking> {
        Wire(nested: ["host": ["name": "hostname"]]) { row in
            switch row.action?.lowercased() {
            case "1", "login", "logged in": row.action = "login"
            case "0", "logout", "logged out": row.action = "logout"
            case "99", "service start", "start": row.action = "start"
            default: break
            }
        }
    }
}
