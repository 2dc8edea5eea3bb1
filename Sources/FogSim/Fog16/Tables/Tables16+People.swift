extension Tables16 {
    /// Users, their roles and sites.
    static let people: [Schema] = [
        Schema(
            fog16: "user",
            [
                .text("name", 40), .text("password"), .created(), .creator, .integer("type"), .text("display"),
                .integer("api"), .text("token"),
            ],
            required: ["name", "password"],
            secrets: ["password", "token"],
            single: [.hidden("password"), .hidden("token")]
        ),
        Schema(fog16: "usergroup", [.text("name"), .text("description"), .creator, .created()], required: ["name"]),
        association("usergroupmember", "usergroupID", "userID"),
        Schema(fog16: "role", [.text("name"), .text("description"), .creator, .created()], required: ["name"]),
        Schema(
            fog16: "rolepermission",
            [.link("roleID"), .text("permission")],
            required: ["roleID", "permission"],
            unique: ["roleID", "permission"],
            indexed: ["roleID"]
        ),
        association("roleuserassociation", "roleID", "userID"),
        association("roleusergroupassociation", "roleID", "usergroupID"),
        Schema(fog16: "site", [.text("name"), .text("description"), .creator, .created()], required: ["name"]),
    ]
}
