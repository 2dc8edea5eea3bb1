extension Installation {
    /// Rows that a fresh FOG 1.6 has beside those of both versions.
    ///
    /// Origin: api-1.6.md section 9 (types 9, 21 and 22 are gone, 25 is new; state 6 is new) and section 5 (settings).
    static let fog16: [(table: String, rows: [[String: Cell]])] = [
        ("tasktype", taskTypes.filter { !goneTypes.contains($0["id"] ?? .null) } + [secureBoot]),
        ("taskstate", taskStates + [failed]), ("setting", settings + secretSettings), ("architecture", architectures),
        ("module", modules),
    ]

    private static let goneTypes: Set<Cell> = [.integer(21), .integer(22)]

    private static let secureBoot = taskType(
        25,
        "Enroll Secure Boot",
        "lock",
        "mode=enroll",
        isAdvanced: true,
        "both",
        "Writes the server's keys into the host's firmware."
    )

    private static let failed: [String: Cell] = [
        "id": .integer(6), "name": .text("Failed"), "description": .text("Task ended with an error."),
        "order": .integer(6), "icon": .text("times-circle"),
    ]

    /// Settings that are kept and not told; their values are made up.
    private static let secretSettings: [[String: Cell]] = [
        [
            "id": .integer(123), "name": .text("FOG_API_TOKEN"), "value": .text("simulated-api-token"),
            "category": .text("API System"), "description": .text("Token of the API."),
        ],
        [
            "id": .integer(124), "name": .text("FOG_TFTP_FTP_PASSWORD"), "value": .text("simulated-password"),
            "category": .text("TFTP Server"), "description": .text("Password of the storage user."),
        ],
    ]

    private static let architectures: [[String: Cell]] = [
        ["id": .integer(1), "name": .text("x86_64")], ["id": .integer(2), "name": .text("i386")],
        ["id": .integer(3), "name": .text("arm64")],
    ]

    private static let modules: [[String: Cell]] = [
        ["name": .text("Snapin Client"), "shortName": .text("snapinclient"), "isDefault": .integer(1)],
        ["name": .text("Task Reboot"), "shortName": .text("taskreboot"), "isDefault": .integer(1)],
        ["name": .text("Power Management"), "shortName": .text("powermanagement"), "isDefault": .integer(1)],
    ]
}
