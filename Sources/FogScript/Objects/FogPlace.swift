import ScriptAPI

/// Where the functions of a `fog` work, and how much they may do.
struct FogPlace: Hashable, Sendable {
    /// Name of the server; nil for the one that the run is about.
    var server: String?
    /// Handle that confines them, as the broker numbered it; nil for all that the run may do.
    var handle: Int?

    /// The run's own server, and all that the run may do there.
    static let own = FogPlace()
}

/// An object that belongs to a server.
protocol ServedObject: ScriptObject {
    /// Where its methods work: they may do what the `fog` that has given it may do.
    var place: FogPlace { get }
}
