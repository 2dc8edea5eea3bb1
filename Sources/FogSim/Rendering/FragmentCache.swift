/// Rendered hosts, kept while nothing that they show has changed.
///
/// A list of tasks holds a whole host in each task and is asked for again and again while hosts image.
struct FragmentCache: Sendable {
    struct Key: Hashable, Sendable {
        let host: Int
        let image: Int?
        let isEscaping: Bool
    }

    private static let sources = [
        "host", "macaddressassociation", "image", "inventory", "hostscreensetting", "hostautologout",
    ]

    private var versions: [Int] = []
    private var fragments: [Key: [UInt8]] = [:]

    /// Forgets everything where one of the tables shown in a host has changed.
    mutating func refresh(_ store: Store) {
        let current = Self.sources.map { store[$0].version }
        if current != versions {
            versions = current
            fragments = [:]
        }
    }

    subscript(key: Key) -> [UInt8]? {
        get { fragments[key] }
        set { fragments[key] = newValue }
    }
}
