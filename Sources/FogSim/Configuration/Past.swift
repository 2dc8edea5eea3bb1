extension FogSim {
    /// A row of the database beside those that the rest of the configuration makes.
    ///
    /// Columns that are not named have what FOG puts there; numbers count from 1 after those that are there.
    public struct ExtraRow: Sendable {
        /// What a column holds.
        public enum Value: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
            /// Text.
            case text(String)
            /// Whole number.
            case integer(Int)
            /// Number of a host, by its name; 0 where there is none.
            case host(String)

            /// Makes a text.
            public init(stringLiteral text: String) { self = .text(text) }
            /// Makes a number.
            public init(integerLiteral number: Int) { self = .integer(number) }
        }

        /// FOG's class name, as in `snapin`.
        public var table: String
        /// Values by column.
        public var values: [String: Value]

        /// Makes a row.
        public init(_ table: String, _ values: [String: Value]) {
            self.table = table
            self.values = values
        }
    }

    /// An imaging that is over when the simulation begins.
    public struct PastImaging: Sendable {
        /// Name of the host.
        public var host: String
        /// Name of the image.
        public var image: String
        /// Time from its end to the start.
        public var ago: Duration
        /// How long it took.
        public var duration: Duration

        /// Makes an imaging.
        public init(host: String, image: String, ago: Duration, duration: Duration = .seconds(260)) {
            self.host = host
            self.image = image
            self.ago = ago
            self.duration = duration
        }
    }
}
