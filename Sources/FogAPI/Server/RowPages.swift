import FogModel

/// All rows of a class, a page at a time: the next page is asked for when the one before has been taken.
///
/// Nothing is read ahead, so that no more than one page is held, and whoever stops taking stops the reading. Where the
/// server has no pages, hosts come in pages of their numbers, and every other class in one.
package struct RowPages<Owner: WireEntity>: AsyncSequence, Sendable {
    let server: FogServer
    let filter: RowFilter

    /// Starts at the first page; nothing is asked for yet.
    package func makeAsyncIterator() -> Iterator {
        Iterator(server: server, filter: filter)
    }

    /// Goes through the pages.
    package struct Iterator: AsyncIteratorProtocol {
        private enum Source {
            case list(ListCursor)
            case numbers(PagePlan)
        }

        private let server: FogServer
        private let filter: RowFilter
        private var source: Source?

        init(server: FogServer, filter: RowFilter) {
            self.server = server
            self.filter = filter
        }

        /// Reads the next page that has rows; nil after the last.
        ///
        /// - Returns: at least one row.
        /// - Throws: `FogError`; `CancellationError` where the task was cancelled.
        package mutating func next() async throws -> [Owner]? {
            while true {
                try Task.checkCancellation()
                guard let rows = try await page() else { return nil }
                if !rows.isEmpty { return rows }
            }
        }

        private mutating func page() async throws -> [Owner]? {
            switch try await start() {
            case .list(var cursor):
                defer { source = .list(cursor) }
                return try await server.page(of: Owner.self, &cursor)
            case .numbers(var plan):
                defer { source = .numbers(plan) }
                guard let next = plan.next() else { return nil }
                let outcome = try await server.page(of: Host.self, next)
                return try server.note(outcome, in: &plan) as? [Owner] ?? []
            }
        }

        private mutating func start() async throws -> Source {
            if let source { return source }
            let source: Source
            if Owner.self == Host.self, filter.isEmpty, try await server.dialect().family == .five {
                source = .numbers(try await server.planOfAllHosts())
            } else {
                source = .list(try await server.cursor(Owner.className, filter: filter))
            }
            self.source = source
            return source
        }
    }
}

extension FogServer {
    /// Streams the rows of a class by pages.
    package func pages<Owner: WireEntity>(of type: Owner.Type, filter: RowFilter = .all) -> RowPages<Owner> {
        RowPages(server: self, filter: filter)
    }

    /// Reads the next rows of a list; nil where nothing is left.
    func page<Owner: WireEntity>(of type: Owner.Type, _ cursor: inout ListCursor) async throws -> [Owner]? {
        var entities = EntityReader<Owner>(zone: try await zone())
        let rows = try await page(
            &cursor,
            id: { $0.id.number },
            read: { (reader) throws(JSONFault) in try entities.row(&reader) }
        )
        guard let rows, cursor.dialect.family == .six else { return rows }
        return try await Owner.completed(rows, by: self)
    }
}
