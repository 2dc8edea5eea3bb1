package import FogModel

/// One set of grants that holds for a run; what is done has to be permitted by each.
package struct PermissionLayer: Sendable {
    /// Whose grants they are.
    package enum Origin: Hashable, Sendable {
        /// The site's policy, in a file.
        case site(String)
        /// The operator's, by flags, settings and consent.
        case run
        /// The script's own, for a narrower handle.
        case handle
    }

    /// Whose grants they are.
    package var origin: Origin
    /// Grants.
    package var set: PermissionSet
    /// Where grants and denials stand, for people, as in `/etc/foghorn/policy.yaml line 4`.
    package var places: [Grant: String]
    /// Selectors that the operator has just given, in which a name that is not there is a slip of the pen.
    package var given: Set<Selector>

    /// Makes a layer.
    package init(
        _ origin: Origin,
        _ set: PermissionSet,
        places: [Grant: String] = [:],
        given: Set<Selector> = []
    ) {
        self.origin = origin
        self.set = set
        self.places = places
        self.given = given
    }
}

/// Something that the operator has not granted and is asked for.
package struct PermissionQuestion: Sendable {
    /// What is to be done.
    package var verb: PermissionVerb
    /// Whom it would touch first, as people call it; nil where it is about no host.
    package var host: String?
    /// How many hosts it would touch; nil where nobody can say.
    package var hostCount: Int?
}

/// Asks the operator for a grant for the rest of the run; gives what is granted, nothing where the answer is no.
package typealias PermissionAsker = @Sendable (PermissionQuestion) async throws -> [Grant]

/// Keeps hosts for one run, so that no other run changes them meanwhile.
///
/// Throws `FogError` with `conflict`, naming the run that has the host.
package typealias HostKeeper = @Sendable (_ server: String, _ hosts: [HostID]) throws -> Void
