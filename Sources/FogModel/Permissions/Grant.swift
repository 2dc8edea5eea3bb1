/// Leave to do one kind of thing, on all hosts or on those of a selector; the same words can take it away.
///
/// | grant | leave to |
/// |---|---|
/// | `read` | read |
/// | `write:host`, `write:*` | make and change rows of a class, or of all |
/// | `delete:image` | delete rows of a class |
/// | `task:deploy`, `task:*` | give hosts a task of a type, or of all types that destroy nothing |
/// | `cancel` | call off work that the run has not begun itself |
/// | `setting` | change settings of the server |
/// | `raw` | send changing requests in FOG's own words |
///
/// After an `@` stands a ``Selector``: then each host that an operation changes has to be one of those, and an operation
/// that changes no host is not granted at all.
public struct Grant: Hashable, Sendable {
    /// What is granted.
    public enum Scope: Hashable, Sendable {
        /// One thing.
        case verb(PermissionVerb)
        /// Writing to all classes but those that need a grant of their own.
        case allWrites
        /// Deleting of all classes; no grant, only to take away.
        case allDeletes
        /// Tasks of all types but those that need a grant of their own.
        case allTasks
    }

    /// What is granted.
    public let scope: Scope
    /// Hosts for which it is granted; nil for all.
    public let hosts: Selector?

    /// Makes a grant.
    public init(_ scope: Scope, hosts: Selector? = nil) {
        self.scope = scope
        self.hosts = hosts
    }

    /// Makes a grant of one thing.
    public init(_ verb: PermissionVerb, hosts: Selector? = nil) {
        self.init(.verb(verb), hosts: hosts)
    }

    /// Whether it grants a thing, its hosts aside.
    public func grants(_ verb: PermissionVerb) -> Bool {
        if case .verb(let own) = scope { return own == verb }
        return !verb.isDestructive && denies(verb)
    }

    /// Whether it takes a thing away, its hosts aside; a wildcard takes away what it would not grant.
    public func denies(_ verb: PermissionVerb) -> Bool {
        switch (scope, verb) {
        case (.verb(let own), _): own == verb
        case (.allWrites, .write), (.allDeletes, .delete), (.allTasks, .task): true
        default: false
        }
    }

    /// Whether it grants what destroys.
    public var isDestructive: Bool {
        switch scope {
        case .verb(let verb): verb.isDestructive
        case .allDeletes: true
        case .allWrites, .allTasks: false
        }
    }
}

extension Grant: CustomStringConvertible {
    /// Grant as it is written; reading it again gives an equal grant.
    public var description: String { verb + (hosts.map { "@\($0)" } ?? "") }

    /// What stands before the `@`.
    public var verb: String {
        switch scope {
        case .verb(let verb): verb.description
        case .allWrites: "write:*"
        case .allDeletes: "delete:*"
        case .allTasks: "task:*"
        }
    }
}
