/// The usual names of task types in scripts.
///
/// They are for spelling: what a server really has is settled by its own table.
public enum TaskTypeName: String, Codable, Sendable, CaseIterable {
    case deploy
    case capture
    case debug
    case memtest
    case testDisk = "test_disk"
    case surfaceTest = "surface_test"
    case recover
    case multicast
    case inventory
    case passwordReset = "password_reset"
    case allSnapins = "all_snapins"
    case singleSnapin = "single_snapin"
    case wake
    case deployDebug = "deploy_debug"
    case captureDebug = "capture_debug"
    case deployNoSnapins = "deploy_no_snapins"
    case fastWipe = "fast_wipe"
    case normalWipe = "normal_wipe"
    case fullWipe = "full_wipe"
    case virusScan = "virus_scan"
    case virusQuarantine = "virus_quarantine"
    case enrollSecureBoot = "enroll_secure_boot"

    /// Name in the server's table.
    ///
    /// Origin: FOG 1.5.9.239, `GET /fog/tasktype`; 1.6 has no virus scans, and `enroll_secure_boot` as number 25.
    public var serverName: String {
        switch self {
        case .deploy: "Deploy"
        case .capture: "Capture"
        case .debug: "Debug"
        case .memtest: "Memtest86+"
        case .testDisk: "Test Disk"
        case .surfaceTest: "Disk Surface Test"
        case .recover: "Recover"
        case .multicast: "Multi-Cast"
        case .inventory: "Hardware Inventory"
        case .passwordReset: "Password Reset"
        case .allSnapins: "All Snapins"
        case .singleSnapin: "Single Snapin"
        case .wake: "Wake-Up"
        case .deployDebug: "Deploy - Debug"
        case .captureDebug: "Capture - Debug"
        case .deployNoSnapins: "Deploy - No Snapins"
        case .fastWipe: "Fast Wipe"
        case .normalWipe: "Normal Wipe"
        case .fullWipe: "Full Wipe"
        case .virusScan: "Virus Scan"
        case .virusQuarantine: "Virus Scan - Quarantine"
        case .enrollSecureBoot: "Enroll Secure Boot"
        }
    }
}

/// A task type as a script names it.
public enum TaskTypeKey: Hashable, Codable, Sendable, CustomStringConvertible {
    /// One of the usual names.
    case name(TaskTypeName)
    /// Server's number.
    case id(TaskTypeID)

    /// Name or number.
    public var description: String {
        switch self {
        case .name(let name): name.rawValue
        case .id(let id): String(id.number)
        }
    }
}
