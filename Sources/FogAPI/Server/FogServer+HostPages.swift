public import FogModel

extension FogServer {
    /// Streams all hosts by pages: the next is asked for when the one before has been taken.
    ///
    /// - Returns: pages of at least one host each, in the server's order or by number; throws `FogError` on the way.
    public func hostPages() -> some AsyncSequence<[Host], any Error> & Sendable {
        pages(of: Host.self)
    }

    /// Plans the reading of all hosts without a list of hosts.
    ///
    /// Origin: FOG 1.5.9.239, section 11: `/fog/macaddressassociation` answers with 10,000 hosts, too. A host without a
    /// MAC address is in no list of that version; for the sake of others, the numbers in between are asked for as well
    /// where they are not many more than the hosts, and those after the last.
    func planOfAllHosts() async throws -> PagePlan {
        let wanted: WantedNames = ["id", "hostID"]
        let owners = try await list("macaddressassociation", id: \.id) { (reader) throws(JSONFault) in
            try reader.link(to: "hostID", wanted)
        }
        let known = Set(owners.compactMap(\.other).filter(PagePlan.possible.contains))
        let last = known.max() ?? 0
        let gaps = last <= known.count * 2 + 1_000 ? (0..<last).map { $0 + 1 }.filter { !known.contains($0) } : []
        return PagePlan(known.sorted(), gaps: gaps, looksBeyond: true, size: pageSize(of: Host.self))
    }
}
