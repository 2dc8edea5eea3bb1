import FogModel
import ScriptAPI

/// Functions about the classes that need nothing of their own: what each is called and what can be done with it.
enum ClassFunctions {
    static let all: [FogFunction] = software + storage + hostRows + work + tables + accounts

    private static let software: [FogFunction] =
        RowFunctions<RowArgument<Snapin>>("snapin", "snapins", sample: "\"7-Zip\"").everything(
            draft: "{ name = \"Editor\", file = \"editor.exe\" }",
            changes: "{ args = \"/S\", reboot = true }"
        )
        + RowFunctions<RowArgument<Printer>>("printer", "printers").everything(
            draft: "{ name = \"Room 12\", config = \"Network\", ip = \"10.0.0.12\" }",
            changes: "{ description = \"second floor\" }"
        )
        + RowFunctions<RowArgument<Module>>("module", "modules").reading()

    private static let nodes = RowFunctions<RowArgument<StorageNode>>("storage_node", "storage_nodes")

    private static let storage: [FogFunction] =
        nodes.reading() + [
            StorageNodeFunctions.create,
            nodes.changing(example: "{ maxClients = 8 }"),
            nodes.deleting(
                example: "local node = fog.find_storage_node(\"Attic\")\nif node then\n  node:delete()\nend"
            ),
        ]
        + RowFunctions<RowArgument<StorageGroup>>("storage_group", "storage_groups").everything(
            draft: "{ name = \"Second site\" }",
            changes: "{ description = \"main building\" }"
        )

    private static let inventory = RowFunctions<RowNumber<Inventory>>("inventory_record", "inventories")

    private static let hostRows: [FogFunction] =
        inventory.reading() + [inventory.changing(example: "{ primaryUser = \"room 12\" }")]
        + RowFunctions<RowNumber<PowerManagement>>("power_management", "power_managements").everything(
            draft: "{ hostID = fog.host(\"pc-001\"), action = \"shutdown\", min = \"0\", hour = \"22\", "
                + "dom = \"*\", month = \"*\", dow = \"*\" }",
            changes: "{ hour = \"23\" }"
        )
        + [RowFunctions<RowNumber<UserTracking>>("user_tracking", "user_tracking").list]
        + [RowFunctions<RowNumber<ImagingRecord>>("imaging_record", "imaging_log").list]

    private static let work: [FogFunction] =
        RowFunctions<RowNumber<SnapinJob>>("snapin_job", "snapin_jobs").reading()
        + RowFunctions<RowNumber<SnapinTask>>("snapin_task", "snapin_tasks").reading()
        + RowFunctions<RowArgument<MulticastSession>>("multicast_session", "multicast_sessions").reading()
        + RowFunctions<RowArgument<ScheduledTask>>("scheduled_task", "scheduled_tasks").reading()

    private static let tables: [FogFunction] =
        RowFunctions<RowArgument<TaskStateRow>>("task_state", "task_states").reading()
        + RowFunctions<RowArgument<ImageType>>("image_type", "image_types").reading()
        + RowFunctions<RowArgument<ImagePartitionType>>("image_partition_type", "image_partition_types")
        .reading()
        + RowFunctions<RowArgument<OperatingSystem>>("operating_system", "operating_systems").reading()
        + RowFunctions<RowArgument<KeySequence>>("key_sequence", "key_sequences").reading()
        + RowFunctions<RowArgument<PXEMenuEntry>>("pxe_menu_entry", "pxe_menu").everything(
            draft: "{ name = \"fog.rescue\", description = \"Rescue system\" }",
            changes: "{ description = \"Boot from the disk\" }"
        )

    private static let accounts: [FogFunction] =
        RowFunctions<RowArgument<User>>("user", "users", needs: .users).reading()
        + RowFunctions<RowArgument<Role>>("role", "roles", needs: .roles).everything(
            draft: "{ name = \"Technicians\" }",
            changes: "{ description = \"all rooms\" }"
        )
        + RowFunctions<RowArgument<Site>>("site", "sites", needs: .sites).everything(
            draft: "{ name = \"North\" }",
            changes: "{ description = \"north campus\" }"
        )
}
