extension Selector {
    /// What one term looks at.
    public enum Match: Hashable, Sendable {
        /// Host's name, as in `lab-3-*`; at least one letter.
        case name(Glob)
        /// Name of a group that the host is in, as in `group:Lab A`; at least one letter.
        case group(Glob)
        /// Name of the assigned image, as in `image:Win*`; at least one letter.
        case image(Glob)
        /// Serial number of the computer by its inventory, as in `serial:5CG*`; at least one letter.
        case serial(Glob)
        /// Beginning of a MAC address, as in `mac:00:11:22`: 1 to 12 hexadecimal digits, lower case, no separators.
        case mac(String)
        /// Host's number, as in `id:12` or `id:3-9`.
        case id(ClosedRange<HostID>)
        /// Whether the last deploy finished less than a time ago, as in `imaged<30d`.
        case imagedWithin(Age)
        /// Whether the last deploy finished more than a time ago, as in `imaged>30d`; never is not longer ago.
        case imagedBefore(Age)
        /// Whether no deploy has ever finished.
        case neverImaged
        /// What the host has to do, as in `state:queued`.
        case state(HostState)

        /// Whether the term names hosts, so that fitting none is a slip of the pen; a condition may well fit none.
        public var namesHosts: Bool {
            switch self {
            case .name, .group, .image, .serial, .mac, .id: true
            case .imagedWithin, .imagedBefore, .neverImaged, .state: false
            }
        }

        /// Whether the term names one certain thing: a host, a group, an image, an address.
        public var isExact: Bool {
            switch self {
            case .name(let glob), .group(let glob), .image(let glob), .serial(let glob): glob.isExact
            case .mac(let digits): digits.utf8.count == 12
            case .id(let range): range.lowerBound == range.upperBound
            case .imagedWithin, .imagedBefore, .neverImaged, .state: false
            }
        }
    }

    /// How long ago something was.
    public struct Age: Hashable, Sendable {
        /// Longest that can be said: 100 years, so that no reckoning with it overflows.
        public static let longest: Int = 36_500 * 86_400

        /// Seconds, 0 to ``longest``.
        public let seconds: Int

        /// Makes an age.
        ///
        /// - Parameter seconds: 0 to ``longest``; anything else gives nil.
        public init?(seconds: Int) {
            guard (0...Self.longest).contains(seconds) else { return nil }
            self.seconds = seconds
        }
    }
}

/// What a host has to do, as selectors name it.
public enum HostState: String, Codable, Sendable, CaseIterable {
    /// No active task.
    case idle
    /// Any active task.
    case active
    /// Task for which the host has not been heard of.
    case queued
    /// Host has booted and waits for a slot of the storage node.
    case checkedIn = "checked_in"
    /// Host works on its task.
    case inProgress = "in_progress"
    /// Registration awaits approval.
    case pending

    /// State of a task that a host has then; nil where it takes more or other than a task.
    public var task: TaskState? {
        switch self {
        case .queued: .queued
        case .checkedIn: .checkedIn
        case .inProgress: .inProgress
        case .idle, .active, .pending: nil
        }
    }
}
