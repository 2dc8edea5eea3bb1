import FogAPI
import FogModel
import FogOperations

extension Station {
    func perform(_ operation: LinkOperation) async throws -> Answer {
        switch operation {
        case .list(let link, let owner): try await list(link, owner)
        case .add(let link, let members, let owner): try await add(link, members, owner)
        case .remove(let link, let members, let owner): try await remove(link, members, owner)
        }
    }

    private func list(_ link: Link, _ owner: Int) async throws -> Answer {
        switch link {
        case .groupHosts: .rows(try await server.members(of: number(owner)))
        case .hostSnapins: .rows(try await server.snapins(of: number(owner)))
        case .hostModules: .rows(try await server.modules(of: number(owner)))
        case .hostPrinters: .rows(try await server.printers(of: number(owner)))
        case .imageStorageGroups: .rows(try await server.storageGroups(of: number(owner) as ImageID))
        case .snapinStorageGroups: .rows(try await server.storageGroups(of: number(owner) as SnapinID))
        }
    }

    private func add(_ link: Link, _ members: [Int], _ owner: Int) async throws -> Answer {
        switch link {
        case .groupHosts: plain(try await server.addHosts(numbers(members), to: number(owner)))
        case .hostSnapins: plain(try await server.addSnapins(numbers(members), to: number(owner)))
        case .hostModules: plain(try await server.addModules(numbers(members), to: number(owner)))
        case .hostPrinters: plain(try await server.addPrinters(numbers(members), to: number(owner)))
        case .imageStorageGroups:
            plain(try await server.addStorageGroups(numbers(members), to: number(owner) as ImageID))
        case .snapinStorageGroups:
            plain(try await server.addStorageGroups(numbers(members), to: number(owner) as SnapinID))
        }
    }

    private func remove(_ link: Link, _ members: [Int], _ owner: Int) async throws -> Answer {
        switch link {
        case .groupHosts: plain(try await server.removeHosts(numbers(members), from: number(owner)))
        case .hostSnapins: plain(try await server.removeSnapins(numbers(members), from: number(owner)))
        case .hostModules: plain(try await server.removeModules(numbers(members), from: number(owner)))
        case .hostPrinters: plain(try await server.removePrinters(numbers(members), from: number(owner)))
        case .imageStorageGroups:
            plain(try await server.removeStorageGroups(numbers(members), from: number(owner) as ImageID))
        case .snapinStorageGroups:
            plain(try await server.removeStorageGroups(numbers(members), from: number(owner) as SnapinID))
        }
    }

    private func numbers<Row: Entity>(_ numbers: [Int]) throws -> [Identifier<Row>] {
        try numbers.map { try number($0) }
    }

    private func plain<Row>(_ identifiers: [Identifier<Row>]) -> Answer { .numbers(identifiers.map(\.number)) }
}

/// Takes the number of a row from an operation, which anybody may have made.
func number<Row: Entity>(_ number: Int) throws -> Identifier<Row> {
    guard let identifier = Identifier<Row>(number) else {
        throw FogError(.invalidArgument, "\(number) is no number of a \(Row.className); they begin with 1")
    }
    return identifier
}
