extension Tables16 {
    static let images: [Schema] = [
        modern("image"), modern("imageassociation", single: both("image", "storagegroup")), modern("snapin"),
        modern("snapinassociation", row: [hostLink("hostLink"), link("snapinLink", "snapin", "snapinID")]),
        modern("snapingroupassociation", single: both("snapin", "storagegroup")), modern("imagetype"),
        modern("imagepartitiontype"), modern("os"), modern("printer"), modern("printerassociation"), modern("module"),
        modern("moduleassociation"),
    ]

    /// Shows both ends of an association.
    private static func both(_ first: String, _ second: String) -> [Member] {
        [first, second].map { table in
            .computed(table) { row, out in out.nested(table, row.integer(table + "ID")) }
        }
    }
}
