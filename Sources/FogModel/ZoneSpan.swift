/// How far a time zone is from UTC, and for how long that holds.
public struct ZoneSpan: Hashable, Codable, Sendable {
    /// Seconds east of UTC, negative to the west.
    public var offset: Int
    /// First instant of the span, in seconds since 1970-01-01 UTC; nil where it is not known to begin.
    public var start: Int?
    /// First instant after the span, in seconds since 1970-01-01 UTC; nil where it is not known to end.
    public var end: Int?

    /// Makes a span.
    public init(offset: Int, start: Int? = nil, end: Int? = nil) {
        self.offset = offset
        self.start = start
        self.end = end
    }
}
