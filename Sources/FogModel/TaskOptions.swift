/// How a task is to be made.
///
/// Each option is always sent, since the server's defaults differ between its versions.
public struct TaskOptions: Hashable, Codable, Sendable {
    /// Name for people, up to 200 characters; nil is the task type's name.
    public var name: String?
    /// Whether the server is to wake the host.
    public var wake: Bool
    /// Whether the host is switched off afterwards.
    public var shutdown: Bool
    /// Whether the client stops at a shell before it begins.
    public var debug: Bool
    /// Which of the host's snapins run: afterwards, or alone where the type is about snapins.
    public var snapins: SnapinChoice
    /// Account whose password is cleared; for `password_reset`, which needs it.
    public var account: String?
    /// Name of the running multicast session that the host joins; for `multicast`, which needs it.
    public var session: String?
    /// Whether the snapins after one that fails are left out (1.6; no effect on 1.5).
    public var stopsAtFailedSnapin: Bool
    /// Whether an active task of the host that is no imaging is called off first; without it that is a conflict.
    public var replace: Bool
    /// Image that the host has to have, else it is a conflict; nil takes whichever it has.
    ///
    /// Looked at only where a task is made at once for one host.
    public var image: ImageID?

    /// Makes options.
    public init(
        name: String? = nil,
        wake: Bool = false,
        shutdown: Bool = false,
        debug: Bool = false,
        snapins: SnapinChoice = .none,
        account: String? = nil,
        session: String? = nil,
        stopsAtFailedSnapin: Bool = false,
        replace: Bool = false,
        image: ImageID? = nil
    ) {
        self.name = name
        self.wake = wake
        self.shutdown = shutdown
        self.debug = debug
        self.snapins = snapins
        self.account = account
        self.session = session
        self.stopsAtFailedSnapin = stopsAtFailedSnapin
        self.replace = replace
        self.image = image
    }
}
