import FogAPI
import FogModel
import FogOperations
import FogTime

extension Station {
    func perform(_ operation: HostOperation) async throws -> Answer {
        switch operation {
        case .list(let selector, let allowsUnknown):
            let now = Int(clock.secondsSince1970)
            return .rows(try await server.hosts(matching: selector, at: now, allowsUnknown: allowsUnknown))
        case .thisMachine: return .rows(try await thisMachine())
        case .create(let draft): return .rows([try await server.createHost(draft)])
        case .update(let host, let changes): return .rows([try await server.updateHost(host, changes)])
        case .groups(let host): return .rows(try await server.groups(of: host))
        case .defaultPrinter(let host):
            return .numbers(try await server.defaultPrinter(of: host).map { [$0.number] } ?? [])
        case .setDefaultPrinter(let host, let printer):
            try await server.setDefaultPrinter(printer, of: host)
            return .done
        }
    }

    private func thisMachine() async throws -> [Host] {
        var owners: [HostID] = []
        for address in addresses() {
            let rows = try await server.list(MACAssociation.self, where: ["mac": .text(address.description)])
            owners += rows.filter { !$0.pending }.compactMap(\.hostID).filter { !owners.contains($0) }
        }
        guard let owner = owners.first else { return [] }
        if owners.count > 1 {
            throw FogError(
                .ambiguous,
                "the cards of this machine belong to \(owners.count) hosts: "
                    + owners.map { "host \($0)" }.joined(separator: ", "),
                hint: "give the host by name"
            )
        }
        return [try await server.get(owner)]
    }

    func perform(_ operation: MACOperation) async throws -> Answer {
        switch operation {
        case .pending: return .rows(try await server.pendingMACs())
        case .list(let host): return .rows(try await server.macs(of: host))
        case .add(let mac, let host): return .rows([try await server.addMAC(mac, to: host)])
        case .remove(let mac, let host):
            _ = try await server.removeMAC(mac, from: host)
            return .rows(try await server.macs(of: host))
        case .setPrimary(let mac, let host): return .rows(try await server.setPrimaryMAC(mac, of: host))
        case .ignore(let mac, let host, let byClient, let byImaging):
            return .rows([try await server.setIgnored(mac, of: host, byClient: byClient, byImaging: byImaging)])
        case .approve(let id): return .rows([try await server.approveMAC(id)])
        case .deny(let id):
            try await server.denyMAC(id)
            return .rows([MACAssociation]())
        }
    }
}
