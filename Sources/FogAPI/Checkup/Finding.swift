/// One line of a check-up: what was looked at, how it stands, and what to do.
package struct Finding: Hashable, Codable, Sendable {
    /// How a thing stands.
    package enum Level: String, Codable, Sendable {
        /// As it should be.
        case good = "ok"
        /// Worth knowing; nothing has to be done.
        case note
        /// Works, and somebody should look at it.
        case warning = "warn"
        /// Does not work.
        case failure = "fail"
    }

    /// What was looked at, in the order of a check-up.
    package enum Subject: String, Codable, Sendable, CaseIterable {
        case settings
        /// The walls around scripts on this machine.
        case sandbox
        case reachable
        case encryption
        case api
        case version
        case login
        case rights
        case clock
        case zone
        case storage
        case knownFault = "known_fault"
    }

    /// How it stands.
    package var level: Level
    /// What was looked at.
    package var subject: Subject
    /// One line: what was found, with the value.
    package var message: String
    /// What to do now; nil where nothing is to be done.
    package var advice: String?

    /// Makes a finding.
    package init(_ level: Level, _ subject: Subject, _ message: String, advice: String? = nil) {
        self.level = level
        self.subject = subject
        self.message = message
        self.advice = advice
    }
}
