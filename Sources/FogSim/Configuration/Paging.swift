extension FogSim {
    /// How many rows FOG 1.6 sends at once.
    ///
    /// Origin: api-1.6.md section 4.2.
    public struct Paging: Sendable {
        /// Rows of a list for which no length is asked, 1 or more.
        public var rows: Int = 10_000
        /// Rows of a list that is expanded, 1 or more; longer pages are cut to it.
        public var expandedRows: Int = 2_500

        /// Makes the limits of a server as it comes.
        public init() {}
    }
}
