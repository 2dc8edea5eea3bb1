extension FogSim.Configuration {
    /// Makes a computer lab in which everything goes well.
    ///
    /// Two thirds of the hosts are in "Lab A", the rest in "Lab B", "Lab C" …, ten each; all are off. In "Lab A"
    /// every seventh host has another image than the rest, so that a roll-out of one image has something to change; in the
    /// other rooms every fifth host has none. Images are "Windows 11", "Ubuntu 24.04" and "Windows 7", which is disabled
    /// and of no host. One storage group with one node serves ten clients at a time.
    ///
    /// - Parameters:
    ///   - hosts: how many, 0 to 16,000,000; named `pc-001` and so on.
    ///   - typing: how numbers are written.
    /// - Returns: the configuration, to be changed at will.
    public static func lab(hosts: Int = 30, typing: FogSim.Typing = .php8) -> Self {
        lab(hosts: hosts, dialect: typing == .php7 ? .fog15php7 : .fog15php8)
    }

    /// Makes the same computer lab on a server of the given version.
    ///
    /// - Parameters:
    ///   - hosts: how many, 0 to 16,000,000; named `pc-001` and so on.
    ///   - dialect: version that the server imitates.
    /// - Returns: the configuration, to be changed at will.
    public static func lab(hosts: Int = 30, dialect: FogSim.Dialect) -> Self {
        var lab = Self()
        lab.dialect = dialect
        lab.images = [
            FogSim.Image(name: "Windows 11", osID: 9, sizeInBytes: 21_400_000_000),
            FogSim.Image(name: "Ubuntu 24.04", osID: 50, sizeInBytes: 8_700_000_000),
            FogSim.Image(name: "Windows 7", isEnabled: false, osID: 5, sizeInBytes: 12_900_000_000),
        ]
        let inLabA = (hosts * 2 + 2) / 3
        for number in 1...max(1, hosts) where number <= hosts {
            let isInLabA = number <= inLabA
            lab.hosts.append(
                FogSim.Host(
                    name: "pc-" + Column.pad(number, to: max(3, String(hosts).count)),
                    macs: [address(number)],
                    image: image(number, isInLabA: isInLabA),
                    description: isInLabA ? "Lab A, seat \(number)" : ""
                )
            )
        }
        lab.groups = rooms(lab.hosts.map(\.name), inLabA: inLabA)
        return lab
    }

    private static func image(_ number: Int, isInLabA: Bool) -> String? {
        if isInLabA { return number % 7 == 0 ? "Ubuntu 24.04" : "Windows 11" }
        return number % 5 == 0 ? nil : "Ubuntu 24.04"
    }

    /// Gives a locally administered address for each number.
    private static func address(_ number: Int) -> String {
        let bytes = [0x02, 0xF0, 0x60, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF]
        return bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined(separator: ":")
    }

    private static func rooms(_ hosts: [String], inLabA: Int) -> [FogSim.Group] {
        var rooms = [FogSim.Group(name: "Lab A", hosts: Array(hosts.prefix(inLabA)))]
        let rest = Array(hosts.dropFirst(inLabA))
        for (index, first) in stride(from: 0, to: rest.count, by: 10).enumerated() {
            let members = Array(rest[first..<min(first + 10, rest.count)])
            rooms.append(FogSim.Group(name: "Lab " + letters(index + 1), hosts: members))
        }
        return rooms
    }

    /// Counts in letters: A to Z, then AA, AB and so on.
    private static func letters(_ index: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }
}
