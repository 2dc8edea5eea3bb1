package import FogModel

/// What an operation was answered.
package enum Answer: Hashable, Sendable {
    /// Nothing to tell.
    case done
    /// What is known of the server.
    case server(ServerInfo)
    /// Rows of a class.
    case rows(EntityRows)
    /// Plugins of the server.
    case plugins([Plugin])
    /// Numbers of the rows that it was about.
    case numbers([Int])
    /// Rows without a type.
    case records([Record])
    /// Answer to a request in FOG's own words.
    case raw(RawReply)
    /// What asking for a task has led to.
    case created(CreatedTask)
    /// A multicast session with its hosts.
    case multicast(MulticastWork)
    /// How what was waited for ended, in its order; where some are missing there is progress to tell, and they are to be
    /// waited for again.
    case verdicts([Verdict], progress: [TaskProgress])
    /// Why a host is where it is.
    case reason(WaitReason)
    /// Seconds since 1970-01-01 UTC by the session's clock.
    case time(Double)
    /// How far the server's zone is from UTC, and for how long.
    case zone(ZoneSpan)
    /// Why something is not permitted; nil where it is.
    case permission(refusal: String?)
    /// Whether it is so, or whether the operator agrees.
    case flag(Bool)

    /// Answers rows of one class.
    package static func rows<Row: Entity>(_ rows: [Row]) -> Answer { .rows(EntityRows(rows)) }
}

/// Answer of the server to a request in FOG's own words.
package struct RawReply: Hashable, Codable, Sendable {
    /// Status of HTTP; 200 to 299 is done.
    package var status: Int
    /// What lay in it, secrets kept back; nil for nothing.
    package var body: DataValue?

    /// Makes a reply.
    package init(status: Int, body: DataValue?) {
        self.status = status
        self.body = body
    }
}
