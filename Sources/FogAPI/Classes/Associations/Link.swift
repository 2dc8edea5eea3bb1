import FogModel

/// A class whose rows say that two others belong together.
struct Link: Sendable {
    /// FOG's class name.
    let className: String
    /// Member that holds the number of the row that has the others.
    let owner: String
    /// Class of that row.
    let ownerClass: String
    /// Member that holds the number of one of the others.
    let item: String
    /// Class of those.
    let itemClass: String
    /// Member that is 1 in a row that counts, nil where each row does; a row in which it is 0 is as good as none.
    var flag: String?

    static let members = Link(
        className: "groupassociation",
        owner: "groupID",
        ownerClass: "group",
        item: "hostID",
        itemClass: "host"
    )
    static let groups = Link(
        className: "groupassociation",
        owner: "hostID",
        ownerClass: "host",
        item: "groupID",
        itemClass: "group"
    )
    static let snapins = Link(
        className: "snapinassociation",
        owner: "hostID",
        ownerClass: "host",
        item: "snapinID",
        itemClass: "snapin"
    )
    static let printers = Link(
        className: "printerassociation",
        owner: "hostID",
        ownerClass: "host",
        item: "printerID",
        itemClass: "printer"
    )
    // An edit of a host's `modules` takes away instead of adding (api-1.5, section 5).
    static let modules = Link(
        className: "moduleassociation",
        owner: "hostID",
        ownerClass: "host",
        item: "moduleID",
        itemClass: "module",
        flag: "state"
    )
    static let imageGroups = Link(
        className: "imageassociation",
        owner: "imageID",
        ownerClass: "image",
        item: "storagegroupID",
        itemClass: "storagegroup"
    )
    static let snapinGroups = Link(
        className: "snapingroupassociation",
        owner: "snapinID",
        ownerClass: "snapin",
        item: "storagegroupID",
        itemClass: "storagegroup"
    )
}
