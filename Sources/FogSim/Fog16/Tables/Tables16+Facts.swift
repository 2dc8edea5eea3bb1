extension Tables16 {
    /// What the new agent tells of a host, and the software that it manages.
    static let facts: [Schema] = [
        Schema(fog16: "architecture", [.text("name"), .text("description")], required: ["name"]),
        fact("agentwake", [.created(), .text("reason")]),
        fact("hostdirectory", [.text("domain"), .text("ou"), .date("updated")]),
        fact("hostfactstate", [.text("fact"), .text("hash"), .date("updated")]),
        fact("hostnetwork", [.text("interface"), .text("mac"), .text("ip"), .date("updated")]),
        fact("hostprinter", [.text("name"), .text("port"), .text("driver"), .date("updated")]),
        fact("hostsoftware", [.text("name"), .text("version"), .text("publisher"), .date("updated")]),
        fact("hostspooler", [.text("state"), .date("updated")]),
        fact("hostusersession", [.text("username"), .date("started"), .date("ended")]),
        Schema(
            fog16: "software",
            [.text("name"), .text("description"), .text("version"), .creator, .created()],
            required: ["name"]
        ),
        association("softwareassociation", "hostID", "softwareID"),
        association("groupsoftwareassociation", "groupID", "softwareID"),
        Schema(
            fog16: "softwarestatus",
            [.link("hostID"), .link("softwareID"), .text("state"), .date("updated")],
            required: ["hostID", "softwareID"],
            indexed: ["hostID"]
        ),
    ]

    private static func fact(_ name: String, _ columns: [Column]) -> Schema {
        Schema(fog16: name, [.link("hostID")] + columns, required: ["hostID"], indexed: ["hostID"])
    }
}
