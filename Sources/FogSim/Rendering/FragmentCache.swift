/// Rendered objects that stand inside others, kept while nothing that they show has changed.
///
/// A list of tasks holds a whole host in each task and is asked for again and again while hosts image.
struct FragmentCache: Sendable {
    enum Key: Hashable, Sendable {
        /// Whole host, with the image of a task instead of its own where one is named.
        case host(Int, image: Int?, isEscaping: Bool)
        /// Columns of a row of a table.
        case row(String, Int, isEscaping: Bool)
        /// Row of a list of FOG 1.5.
        case item(String, Int, isEscaping: Bool)
        /// Row of a list of FOG 1.6.
        case grid(String, Int, isEscaping: Bool)
    }

    /// Tables that change all the time while hosts image, and that no fragment shows.
    private static let busy: Set<String> = ["task", "tasklog", "imaginglog"]

    /// Classes of FOG 1.6 whose rows show nothing but what stands in their own row, hosts and reference tables.
    private static let kept: Set<String> = ["host", "macaddressassociation", "groupassociation", "inventory"]

    /// Whether rows of a class are kept.
    static func keeps(_ name: String) -> Bool { kept.contains(name) }

    private var version = -1
    private var fragments: [Key: [UInt8]] = [:]

    /// Forgets everything where one of the tables has changed.
    mutating func refresh(_ store: Store) {
        let current = store.version(without: Self.busy)
        if current != version {
            version = current
            fragments = [:]
        }
    }

    subscript(key: Key) -> [UInt8]? {
        get { fragments[key] }
        set { fragments[key] = newValue }
    }
}
