public import FogModel

extension Host: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Host> { Wire() }
}

extension Image: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Image> { Wire() }
}

extension Group: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<Group> { Wire() }
}

extension TaskType: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<TaskType> { Wire() }
}

extension FogTask: WireEntity {
    /// A task carries whole rows of its host and storage node, the node's password included: only names are taken.
    ///
    /// Origin: FOG 1.5.9.239, recordings 183 and 250; `pct` is a number with leading zeros, `percent` free text.
    public static var wire: Wire<FogTask> {
        Wire(
            renamed: ["pct": "percent"],
            dropped: ["percent", "marker", "hostname", "typename", "statename", "imagename", "storagenodename"],
            nested: [
                "host": ["name": "hostname"],
                "type": ["name": "typename"],
                "state": ["name": "statename"],
                "image": ["name": "imagename"],
                "storagenode": ["name": "storagenodename"],
            ],
            finish: { task in
                let parts = TaskMarker.split(task.name)
                task.marker = parts.marker?.description
                task.name = parts.name
            }
        )
    }
}

extension ImageType: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<ImageType> { Wire() }
}

extension ImagePartitionType: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<ImagePartitionType> { Wire() }
}

extension OperatingSystem: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<OperatingSystem> { Wire() }
}

extension TaskStateRow: WireEntity {
    /// Has each field under its own name.
    public static var wire: Wire<TaskStateRow> { Wire() }
}

extension MulticastSession: WireEntity {
    /// Says where the fields lie.
    public static var wire: Wire<MulticastSession> {
        Wire(nested: ["image": ["name": "imagename"], "state": ["name": "statename"]])
    }
}

extension ImagingRecord: WireEntity {
    /// 1.6 keeps the record in the log of tasks, where names stand beside the numbers so as to outlive their rows.
    ///
    /// Origin: FOG 1.5.9.239, recording 256; FOG 1.6, section 3.1.
    public static var wire: Wire<ImagingRecord> {
        Wire(
            renamed: [
                "createdTime": "start", "hostName": "hostname", "imageName": "image", "imagename": "image",
                "typeName": "type", "typename": "type", "stateName": "statename",
            ],
            nested: ["host": ["name": "hostname"], "state": ["name": "statename"]],
            worded: ["type", "image", "taskID"]
        )
    }
}
