extension FogSim {
    /// How long things take on a host; each is spread by chance.
    public struct Rates: Sendable {
        /// Share by which times differ from host to host, 0 to 1.
        public var spread: Double = 0.2
        /// From power to the network boot.
        public var boot: Duration = .seconds(40)
        /// From the network boot to the first check-in of the imaging system.
        public var checkIn: Duration = .seconds(20)
        /// From the network boot to a running system where nothing is to be done.
        public var startUp: Duration = .seconds(45)
        /// Until a running host notices a task and restarts.
        public var notice: Duration = .seconds(60)
        /// Copying an image.
        public var imaging: Duration = .seconds(240)
        /// Any other task that needs the host to boot from the network.
        public var chore: Duration = .seconds(90)
        /// Running one snapin.
        public var snapin: Duration = .seconds(60)
        /// Longest time for which a multicast session waits for its hosts, from the first that is ready.
        ///
        /// Origin: setting `FOG_UDPCAST_MAXWAIT`, ten minutes.
        public var multicastWait: Duration = .seconds(600)
        /// Between two reports of progress.
        public var report: Duration = .seconds(10)

        /// Makes the rates of a small lab: about five minutes for a host from wake to done.
        public init() {}
    }
}
