/// How long to wait for a server and how often to ask it again.
public struct FogLimits: Hashable, Sendable {
    /// Time for the answer to a request for one row.
    public var row: Duration
    /// Time for the answer to a request for a list; 10,000 hosts take a server 10 seconds.
    public var list: Duration
    /// Time for the answer to a change.
    public var change: Duration
    /// How often a request that only reads is sent in all, 1 or more.
    ///
    /// It is sent again where no answer came and after 502, 503 and 504. A 500 without a word of FOG's, a crash of PHP, is
    /// sent again ``crashRepeats`` times at most. A change is not, but for a task of which a crash has left nothing.
    public var attempts: Int
    /// How often a request is sent again after a crash of PHP, 0 or more: one that only reads, and one for a task where
    /// none was made.
    public var crashRepeats: Int
    /// Pause before the second sending; it doubles each time, and up to half of it is added at random.
    public var pause: Duration
    /// Longest pause without the random part.
    public var longestPause: Duration
    /// Pauses before a task whose answer was lost is looked for again; the first look is at once.
    public var looks: [Duration]
    /// How long a server may be at work on a request of which nothing was heard.
    ///
    /// Origin: a guess on the safe side; PHP's own limit is 30 to 60 seconds of computing, and waiting does not count.
    public var lingering: Duration
    /// How many hosts are asked for by number in one request, at first; a server that bears it is asked for more.
    public var page: Int
    /// How many rows of a list are asked for at once where the server gives lists by pages.
    public var pageRows: Int
    /// The same for associations, whose rows are short.
    public var associationRows: Int
    /// How many requests are under way at once, 1 or more.
    public var concurrency: Int
    /// How long a read that several callers share waits for others to join; the read of a single caller, while nothing
    /// else is under way, does not wait.
    public var gathering: Duration

    /// Makes limits; the defaults suit a server in the same building.
    public init(
        row: Duration = .seconds(30),
        list: Duration = .seconds(120),
        change: Duration = .seconds(60),
        attempts: Int = 4,
        crashRepeats: Int = 2,
        pause: Duration = .milliseconds(500),
        longestPause: Duration = .seconds(8),
        looks: [Duration] = [.seconds(2), .seconds(5)],
        lingering: Duration = .seconds(120),
        page: Int = 250,
        pageRows: Int = 500,
        associationRows: Int = 5_000,
        concurrency: Int = 4,
        gathering: Duration = .milliseconds(20)
    ) {
        self.row = row
        self.list = list
        self.change = change
        self.attempts = max(1, attempts)
        self.crashRepeats = max(0, crashRepeats)
        self.pause = pause
        self.longestPause = longestPause
        self.looks = looks
        self.lingering = lingering
        self.page = max(1, page)
        self.pageRows = max(1, pageRows)
        self.associationRows = max(1, associationRows)
        self.concurrency = max(1, concurrency)
        self.gathering = gathering
    }
}
