/// Fields that a new host gets, or that a host is to have from now on.
public struct HostChanges: Hashable, Codable, Sendable {
    /// Image to assign; nil leaves the assignment alone.
    public var image: Key<Image>?
    /// New values by field name; `none` clears a field.
    public var values: [String: FieldValue]

    /// Makes a set of changes.
    public init(image: Key<Image>? = nil, values: [String: FieldValue] = [:]) {
        self.image = image
        self.values = values
    }

    /// Fields that a script may set.
    ///
    /// `imageID` is set by ``image``. MAC addresses are left out: an edit of them can drop the primary one.
    ///
    /// Origin: FOG 1.5.9.239, trap 7.
    public static let writable: Set<String> = [
        "name", "description", "kernel", "kernelArgs", "kernelDevice", "init", "biosexit", "efiexit",
        "useAD", "ADDomain", "ADOU", "ADUser", "enforce",
    ]
}

/// A host to be registered.
public struct HostDraft: Hashable, Codable, Sendable {
    /// Name, by the rule of ``HostName``.
    public var name: String
    /// Addresses, the primary first; at least one.
    public var macs: [MACAddress]
    /// Image and other fields.
    public var changes: HostChanges

    /// Makes a draft.
    public init(name: String, macs: [MACAddress], changes: HostChanges = HostChanges()) {
        self.name = name
        self.macs = macs
        self.changes = changes
    }
}

/// An image record to be made; its files come with the first capture.
public struct ImageDraft: Hashable, Codable, Sendable {
    /// Name, 1 to 40 characters.
    public var name: String
    /// Further values by field name; what is absent gets a default that works.
    public var values: [String: FieldValue]

    /// Makes a draft.
    public init(name: String, values: [String: FieldValue] = [:]) {
        self.name = name
        self.values = values
    }

    /// Fields that a script may give.
    public static let writable: Set<String> = [
        "description", "path", "imageTypeID", "imagePartitionTypeID", "osID", "isEnabled", "protected", "format",
        "compress", "toReplicate",
    ]
}
