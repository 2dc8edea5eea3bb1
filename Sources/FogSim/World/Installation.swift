// Table of data: what FOG's installer puts into the database.

/// Rows of a fresh installation.
///
/// Origin: recordings 024 to 034; long descriptions are our own words.
enum Installation {
    static func rows(_ dialect: FogSim.Dialect) -> [(table: String, rows: [[String: Cell]])] {
        let shared = [
            ("imagetype", imageTypes), ("imagepartitiontype", partitionTypes), ("os", systems),
            ("storagegroup", storageGroups),
        ]
        return dialect.isFog16
            ? fog16 + shared : [("tasktype", taskTypes), ("taskstate", taskStates), ("service", settings)] + shared
    }

    static let taskTypes: [[String: Cell]] = [
        taskType(
            1,
            "Deploy",
            "download",
            "type=down",
            isAdvanced: false,
            "both",
            "Writes the host's image to its disk, then runs its snapins."
        ),
        taskType(
            2,
            "Capture",
            "upload",
            "type=up",
            isAdvanced: false,
            "host",
            "Saves an image of the host's disk to the server."
        ),
        taskType(
            3,
            "Debug",
            "bug",
            "mode=onlydebug",
            isAdvanced: true,
            "host",
            "Boots the host into a shell."
        ),
        taskType(
            4,
            "Memtest86+",
            "plus-square-o",
            "",
            isAdvanced: true,
            "both",
            "Tests the host's memory.",
            kernel: "fog/memtest/memtest"
        ),
        taskType(
            5,
            "Test Disk",
            "hdd-o",
            "mode=checkdisk",
            isAdvanced: true,
            "both",
            "Repairs partition tables."
        ),
        taskType(
            6,
            "Disk Surface Test",
            "user-md",
            "mode=badblocks",
            isAdvanced: true,
            "both",
            "Looks for bad blocks on the disk."
        ),
        taskType(
            7,
            "Recover",
            "ambulance",
            "mode=photorec",
            isAdvanced: true,
            "both",
            "Recovers files from the disk."
        ),
        taskType(
            8,
            "Multi-Cast",
            "share-alt",
            "type=down mc=yes",
            isAdvanced: false,
            "group",
            "Writes one image to many hosts at once, then runs their snapins."
        ),
        taskType(
            10,
            "Hardware Inventory",
            "list-alt",
            "mode=inventory deployed=1",
            isAdvanced: true,
            "both",
            "Reads the host's hardware."
        ),
        taskType(
            11,
            "Password Reset",
            "key",
            "mode=winpassreset",
            isAdvanced: true,
            "both",
            "Clears the password of a Windows account."
        ),
        taskType(
            12,
            "All Snapins",
            "cubes",
            "",
            isAdvanced: true,
            "both",
            "Runs all snapins of the host."
        ),
        taskType(
            13,
            "Single Snapin",
            "cube",
            "",
            isAdvanced: true,
            "both",
            "Runs one snapin."
        ),
        taskType(
            14,
            "Wake-Up",
            "plug",
            "",
            isAdvanced: true,
            "both",
            "Wakes the host."
        ),
        taskType(
            15,
            "Deploy - Debug",
            "arrow-circle-o-down",
            "type=down mode=debug",
            isAdvanced: true,
            "host",
            "Opens a shell in which a deploy can be started."
        ),
        taskType(
            16,
            "Capture - Debug",
            "arrow-circle-o-up",
            "type=up mode=debug",
            isAdvanced: true,
            "host",
            "Opens a shell in which a capture can be started."
        ),
        taskType(
            17,
            "Deploy - No Snapins",
            "chevron-circle-down",
            "type=down",
            isAdvanced: true,
            "both",
            "Writes the host's image to its disk and runs no snapins."
        ),
        taskType(
            18,
            "Fast Wipe",
            "hourglass-o",
            "mode=wipe wipemode=fast",
            isAdvanced: true,
            "both",
            "Overwrites the first sectors of the disk."
        ),
        taskType(
            19,
            "Normal Wipe",
            "hourglass-2",
            "mode=wipe wipemode=normal",
            isAdvanced: true,
            "both",
            "Overwrites the disk once."
        ),
        taskType(
            20,
            "Full Wipe",
            "hourglass",
            "mode=wipe wipemode=full",
            isAdvanced: true,
            "both",
            "Overwrites the disk several times."
        ),
        taskType(
            21,
            "Virus Scan",
            "exclamation-triangle",
            "mode=clamav avmode=s",
            isAdvanced: true,
            "both",
            "Looks for viruses on the disk."
        ),
        taskType(
            22,
            "Virus Scan - Quarantine",
            "flag-o",
            "mode=clamav avmode=q",
            isAdvanced: true,
            "both",
            "Looks for viruses and moves them aside."
        ),
    ]

    private static func taskType(
        _ id: Int,
        _ name: String,
        _ icon: String,
        _ kernelArgs: String,
        isAdvanced: Bool,
        _ access: String,
        _ description: String,
        kernel: String = ""
    ) -> [String: Cell] {
        [
            "id": .integer(id), "name": .text(name), "description": .text(description), "icon": .text(icon),
            "kernelArgs": .text(kernelArgs), "type": .text("fog"), "isAdvanced": .text(isAdvanced ? "1" : "0"),
            "access": .text(access), "kernel": .text(kernel),
        ]
    }

    static let taskStates: [[String: Cell]] = [
        [
            "id": .integer(1), "name": .text("Queued"), "description": .text("Task waits for its host to check in"),
            "order": .integer(1), "icon": .text("bookmark-o"),
        ],
        [
            "id": .integer(2), "name": .text("Checked In"),
            "description": .text("PC has checked in and is in queue for imaging"),
            "order": .integer(2), "icon": .text("pause"),
        ],
        [
            "id": .integer(3), "name": .text("In-Progress"), "description": .text("Host is currently Imaging."),
            "order": .integer(3), "icon": .text("spinner fa-pulse fa-fw"),
        ],
        [
            "id": .integer(4), "name": .text("Complete"), "description": .text("Imaging has been completed."),
            "order": .integer(4), "icon": .text("check-circle"),
        ],
        [
            "id": .integer(5), "name": .text("Cancelled"), "description": .text("Task was aborted by user"),
            "order": .integer(5), "icon": .text("ban"),
        ],
    ]

    private static let imageTypes: [[String: Cell]] = [
        ["id": .integer(1), "name": .text("Single Disk - Resizable"), "type": .text("n")],
        [
            "id": .integer(2), "name": .text("Multiple Partition Image - Single Disk (Not Resizable)"),
            "type": .text("mps"),
        ],
        [
            "id": .integer(3), "name": .text("Multiple Partition Image - All Disks (Not Resizable)"),
            "type": .text("mpa"),
        ],
        ["id": .integer(4), "name": .text("Raw Image (Sector By Sector, DD, Slow)"), "type": .text("dd")],
    ]

    private static let partitionTypes: [[String: Cell]] = [
        ["id": .integer(1), "name": .text("Everything"), "type": .text("all")],
        ["id": .integer(2), "name": .text("Partition Table and MBR only"), "type": .text("mbr")],
        ["id": .integer(3), "name": .text("Partition 1 only"), "type": .text("1")],
        ["id": .integer(4), "name": .text("Partition 2 only"), "type": .text("2")],
        ["id": .integer(5), "name": .text("Partition 3 only"), "type": .text("3")],
        ["id": .integer(6), "name": .text("Partition 4 only"), "type": .text("4")],
        ["id": .integer(7), "name": .text("Partition 5 only"), "type": .text("5")],
        ["id": .integer(8), "name": .text("Partition 6 only"), "type": .text("6")],
        ["id": .integer(9), "name": .text("Partition 7 only"), "type": .text("7")],
        ["id": .integer(10), "name": .text("Partition 8 only"), "type": .text("8")],
        ["id": .integer(11), "name": .text("Partition 9 only"), "type": .text("9")],
        ["id": .integer(12), "name": .text("Partition 10 only"), "type": .text("10")],
    ]

    private static let systems: [[String: Cell]] = [
        ["id": .integer(1), "name": .text("Windows 2000/XP"), "description": .text("")],
        ["id": .integer(2), "name": .text("Windows Vista"), "description": .text("")],
        ["id": .integer(3), "name": .text("Windows 98"), "description": .text("")],
        ["id": .integer(4), "name": .text("Windows Other"), "description": .text("")],
        ["id": .integer(5), "name": .text("Windows 7"), "description": .text("")],
        ["id": .integer(6), "name": .text("Windows 8"), "description": .text("")],
        ["id": .integer(7), "name": .text("Windows 8.1"), "description": .text("")],
        ["id": .integer(8), "name": .text("Apple Mac OS"), "description": .text("")],
        ["id": .integer(9), "name": .text("Windows 10"), "description": .text("")],
        ["id": .integer(50), "name": .text("Linux"), "description": .text("")],
        ["id": .integer(51), "name": .text("Chromium OS"), "description": .text("Chromium OS")],
        ["id": .integer(99), "name": .text("Other"), "description": .text("")],
    ]

    private static let storageGroups: [[String: Cell]] = [
        ["id": .integer(1), "name": .text("default"), "description": .text("Auto generated fog nfs group")]
    ]

    /// Settings that clients read; the number of the time zone is that of the recordings.
    static let settings: [[String: Cell]] = [
        [
            "id": .integer(122), "name": .text("FOG_TZ_INFO"), "value": .text("UTC"),
            "category": .text("General Settings"), "description": .text("Time zone of the server."),
        ]
    ]

    /// Storage node of the first group; its password is made up.
    static let node: [String: Cell] = [
        "id": .integer(1),
        "name": .text("DefaultMember"),
        "description": .text("Auto generated fog nfs group member"),
        "isMaster": .text("1"),
        "storagegroupID": .integer(1),
        "isEnabled": .text("1"),
        "isGraphEnabled": .text("1"),
        "path": .text("/images"),
        "ftppath": .text("/images"),
        "bitrate": .null,
        "helloInterval": .null,
        "snapinpath": .text("/opt/fog/snapins"),
        "sslpath": .text("/opt/fog/snapins/ssl"),
        "ip": .text("127.0.0.1"),
        "maxClients": .integer(10),
        "user": .text("fogproject"),
        "pass": .text("simulated-password"),
        "key": .text(""),
        "interface": .text("lo"),
        "bandwidth": .integer(0),
        "webroot": .text("/fog/"),
    ]
}
