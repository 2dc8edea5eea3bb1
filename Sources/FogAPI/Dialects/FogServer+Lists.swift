import FogModel
import Synchronization

extension FogServer {
    /// Reads a list of any class: all pages, each row once, only rows that the filter fits.
    ///
    /// Every list goes through here, or through ``page(_:attempts:id:read:)`` where it is streamed.
    ///
    /// - Parameters:
    ///   - className: class as FogModel names it; the server's word for it is found.
    ///   - isActive: whether only what is under way is read: tasks and the like.
    ///   - filter: rows that are wanted.
    ///   - attempts: how often a request is sent in all; nil is the limit.
    ///   - crashRepeats: how often it is sent again after a crash of PHP; nil is the limit.
    ///   - id: gives the number of a row, by which it is known to have come already; nil for a row without.
    ///   - read: reads one row.
    /// - Returns: rows in the server's order.
    /// - Throws: `FogError`.
    package func list<Row>(
        _ className: String,
        isActive: Bool = false,
        filter: RowFilter = .all,
        attempts: Int? = nil,
        crashRepeats: Int? = nil,
        id: (Row) -> Int?,
        read: (inout JSONReader) throws(JSONFault) -> Row
    ) async throws -> [Row] {
        var cursor = try await cursor(className, isActive: isActive, filter: filter)
        var rows: [Row] = []
        while let page = try await page(&cursor, attempts: attempts, crashRepeats: crashRepeats, id: id, read: read) {
            if rows.isEmpty { rows = page } else { rows += page }
        }
        return rows
    }

    /// Makes a cursor at the start of a list.
    func cursor(_ className: String, isActive: Bool = false, filter: RowFilter = .all) async throws -> ListCursor {
        let dialect = try await dialect()
        var cursor = ListCursor(
            className,
            isActive: isActive,
            filter: filter,
            dialect: dialect,
            size: known.withLock { $0.listSizes[className] } ?? firstSize(className)
        )
        if known.withLock({ $0.unfilterable.contains(Self.note(className, filter)) }) { cursor.dropFilter() }
        return cursor
    }

    private func firstSize(_ className: String) -> PageSize {
        let rows = className.hasSuffix("association") ? limits.associationRows : limits.pageRows
        return PageSize(rows: rows, most: rows)
    }

    /// Reads the next page of a list; nil where nothing is left.
    ///
    /// - Throws: `FogError`; with `server` also where the list has no end.
    func page<Row>(
        _ cursor: inout ListCursor,
        attempts: Int? = nil,
        crashRepeats: Int? = nil,
        id: (Row) -> Int?,
        read: (inout JSONReader) throws(JSONFault) -> Row
    ) async throws -> [Row]? {
        while !cursor.isDone {
            if cursor.isSpent { throw endless(cursor.className) }
            let request = cursor.ask()
            let body: [UInt8]
            do {
                body = try await send(request, attempts: cursor.isLate ? 1 : attempts, crashRepeats: crashRepeats)
            } catch let error as FogError where error.isRefusedFilter && !cursor.filter.isEmpty && !cursor.isUnfiltered
            {
                known.withLock { _ = $0.unfilterable.insert(Self.note(cursor.className, cursor.filter)) }
                cursor.dropFilter()
                continue
            } catch let error as FogError where error.isTooMuch && cursor.shrink(isLate: error.code == .timeout) {
                // Whoever limits the attempts cuts pages himself.
                if cursor.isLate, attempts != nil { throw error }
                remember(cursor)
                continue
            }
            let (rows, envelope) = try rows(in: body, of: request, cursor, read)
            if envelope.isPage, cursor.dialect.family == .five {
                known.withLock { $0.dialect = .six }
                cursor.becomes(.six)
                continue
            }
            let hash = cursor.dialect.family == .six ? body.hashValue : 0
            let news = cursor.take(envelope, rows.map(id), hash: hash, bytes: body.count)
            remember(cursor)
            return news.contains(false) ? zip(rows, news).filter(\.1).map(\.0) : rows
        }
        return nil
    }

    private func remember(_ cursor: ListCursor) {
        known.withLock { $0.listSizes[cursor.className] = cursor.size }
    }

    private func rows<Row>(
        in body: [UInt8],
        of request: FogRequest,
        _ cursor: ListCursor,
        _ read: (inout JSONReader) throws(JSONFault) -> Row
    ) throws -> ([Row], Envelope) {
        let word = cursor.dialect.word(for: cursor.className)
        let judged = Judged(cursor)
        return try self.read(body, of: request) { (reader) throws(JSONFault) in
            var rows: [Row] = []
            let envelope = try reader.list(of: word) { (reader) throws(JSONFault) in
                if try judged.passes(&reader) { rows.append(try read(&reader)) } else { try reader.skip() }
            }
            return (rows, envelope)
        }
    }

    private static func note(_ className: String, _ filter: RowFilter) -> String {
        "\(className):" + filter.fields.sorted().joined(separator: ",")
    }
}

/// Looks at each row of a list by its filter.
private struct Judged {
    let judge: RowJudge
    let className: String
    let isUnfiltered: Bool

    init(_ cursor: ListCursor) {
        let worded = cursor.dialect.family == .six ? Dialect.worded(cursor.className) : []
        judge = RowJudge(RowFilter(cursor.filter.conditions.filter { !worded.contains($0.field) }))
        className = cursor.className
        isUnfiltered = cursor.isUnfiltered
    }

    func passes(_ reader: inout JSONReader) throws(JSONFault) -> Bool {
        if judge.isContent { return true }
        guard reader.next() == UInt8(ascii: "{") else { return true }
        var copy = reader
        switch judge.verdict(on: try copy.firstValues(named: judge.fields)) {
        case .fits: return true
        case .fails: return false
        case .lacks(let field):
            guard isUnfiltered else { return true }
            throw reader.rowFault("the server cannot filter \(className)s by \"\(field)\", and its rows do not hold it")
        }
    }
}

extension FogError {
    /// Whether the server knows no filter of such a field.
    ///
    /// Origin: FOG 1.6: 400 with `Unknown filter field(s)`; the text may come in another language.
    fileprivate var isRefusedFilter: Bool { status == 400 }
}
