extension Installation {
    /// Rows that a fresh FOG 1.6 has beside those of both versions.
    ///
    /// Origin: api-1.6.md section 5 (settings).
    static let fog16: [(table: String, rows: [[String: Cell]])] = [
        ("tasktype", taskTypes), ("taskstate", taskStates), ("setting", settings + secretSettings),
        ("architecture", architectures), ("module", modules),
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
