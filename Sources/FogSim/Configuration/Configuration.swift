extension FogSim {
    /// Everything that can be set of a simulation.
    public struct Configuration: Sendable {
        /// Version that the server imitates.
        public var dialect: Dialect = .fog15php8
        /// Who may ask.
        public var access: Access = Access()
        /// Further users; the one of ``access`` may do everything.
        public var users: [User] = []
        /// Sites of FOG 1.6, to which users can be confined.
        public var sites: [Site] = []
        /// Images by number from 1, in this order.
        public var images: [Image] = []
        /// Hosts by number from 1, in this order.
        public var hosts: [Host] = []
        /// Groups by number from 1, in this order.
        public var groups: [Group] = []
        /// Further rows of the database, put there in this order.
        public var rows: [ExtraRow] = []
        /// What was imaged before the start.
        public var past: [PastImaging] = []
        /// Clients that the storage node serves at a time, 1 or more.
        public var slots: Int = 10
        /// Multicast sessions that FOG 1.6 runs at a time, 1 or more.
        public var multicastSessions: Int = 64
        /// How long things take.
        public var rates: Rates = Rates()
        /// How hosts differ from a host that does as it should, by host name.
        public var behaviours: [String: HostBehaviour] = [:]
        /// Active tasks that somebody cancels in the web page.
        public var cancellations: [Cancellation] = []
        /// Hosts that somebody has imaged from the web page.
        public var deploys: [Deploy] = []
        /// Times since the start at which the server refuses connections.
        public var outages: [Range<Duration>] = []
        /// Time from a request's arrival to its effect and answer, drawn from the seed.
        ///
        /// Only requests that are taken by ``FogSim/receive(_:body:at:)`` take time.
        public var latency: ClosedRange<Duration> = .zero ... .zero
        /// Answers that go wrong, looked at in this order.
        public var faults: [FaultRule] = []
        /// Whether every change of the database is kept for tests to look at.
        package var isObserved: Bool = false
        /// Most hosts or tasks that one answer can hold before PHP runs out of memory; `nil` for no limit.
        ///
        /// Origin: api-1.5.md section 11, measured with the installer's limit of 256 MiB.
        public var wholeHostLimit: Int? = 3250
        /// Rows that FOG 1.6 sends at once.
        public var paging: Paging = Paging()
        /// Addresses of storage nodes that do not answer.
        public var unreachableNodes: Set<String> = []
        /// Hours by which the zone of FOG's times is east of Greenwich, -12 to 14.
        ///
        /// Origin: api-1.5.md section 4: dates are in the zone of the setting FOG_TZ_INFO and do not say so.
        public var zone: Int = 0
        /// How far the server's clock is ahead, in whole seconds; negative where it is behind.
        public var clockSkew: Duration = .zero
        /// Host and port that the server names in redirections.
        public var authority: String = "127.0.0.1"

        /// How numbers are written; setting it makes the server one of FOG 1.5.
        public var typing: Typing {
            get { dialect == .fog15php7 ? .php7 : .php8 }
            set { dialect = newValue == .php7 ? .fog15php7 : .fog15php8 }
        }

        /// Quirks that are switched on or off, against those that the server has by itself.
        private var switched: [Quirk: Bool] = [:]

        /// What the server does and its clients do not expect.
        ///
        /// Those of the imitated version, but for those that were inserted or removed here; what was inserted or removed
        /// stays so when the version is changed later.
        public var quirks: Set<Quirk> {
            get {
                let removed = Set(switched.filter { !$0.value }.keys)
                return Quirk.usual(dialect).subtracting(removed).union(switched.filter(\.value).keys)
            }
            set {
                let old = quirks
                for quirk in newValue.symmetricDifference(old) { switched[quirk] = newValue.contains(quirk) }
            }
        }

        /// Makes a server without images, hosts and groups.
        public init() {}
    }

    /// Image of the simulated server.
    public struct Image: Sendable {
        /// Name, 1 to 40 letters.
        public var name: String
        /// Whether it may be deployed.
        public var isEnabled: Bool
        /// Number of the operating system: 9 is Windows 10, 50 Linux.
        public var osID: Int
        /// Size of the data that a deploy copies, in bytes.
        public var sizeInBytes: Int

        /// Makes an image; ``name`` without blanks is its path.
        public init(name: String, isEnabled: Bool = true, osID: Int = 9, sizeInBytes: Int = 8_700_000_000) {
            self.name = name
            self.isEnabled = isEnabled
            self.osID = osID
            self.sizeInBytes = sizeInBytes
        }
    }

    /// Host of the simulated server.
    public struct Host: Sendable {
        /// Name of 1 to 15 letters.
        public var name: String
        /// Addresses, the primary first.
        public var macs: [String]
        /// Name of its image; `nil` for none.
        public var image: String?
        /// Free text.
        public var description: String
        /// Whether it runs at the start; a host that is off must be woken.
        public var isOn: Bool
        /// Time from its registration to the start.
        public var age: Duration = .zero

        /// Makes a host.
        public init(name: String, macs: [String], image: String?, description: String = "", isOn: Bool = false) {
            self.name = name
            self.macs = macs
            self.image = image
            self.description = description
            self.isOn = isOn
        }
    }

    /// Group of the simulated server.
    public struct Group: Sendable {
        /// Name, 1 to 50 letters.
        public var name: String
        /// Names of its hosts in the order in which they joined.
        public var hosts: [String]

        /// Makes a group.
        public init(name: String, hosts: [String]) {
            self.name = name
            self.hosts = hosts
        }
    }
}
