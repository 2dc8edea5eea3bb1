import HTTPTypes

extension FogSim {
    /// One change of one row of the simulated server's database.
    package struct Change: Sendable, Equatable {
        /// What became of the row.
        package enum Kind: String, Sendable {
            case made, changed, removed
        }

        /// Request that made a change.
        package struct Cause: Sendable, Equatable {
            /// Number of the request, counted from 1.
            package let number: Int
            /// Method, such as `POST`.
            package let method: String
            /// Path as sent.
            package let path: String
        }

        /// Time since the start.
        package let time: Duration
        /// Request that did it; `nil` for what happened by itself.
        package let cause: Cause?
        /// Name of the class, such as `task`.
        package let table: String
        /// Number of the row.
        package let id: Int
        /// Number of the host that the row is, or belongs to; 0 for none.
        package let host: Int
        /// What became of the row.
        package let kind: Kind
        /// Values before, of the columns that changed; all of them for a removed row, none for a new one.
        package let old: [String: String]
        /// Values after, of the columns that changed; all of them for a new row, none for a removed one.
        package let new: [String: String]

        /// Whether an active task was cancelled.
        package var isCancellation: Bool {
            table == "task" && new["stateID"] == String(TaskStates.cancelled)
        }
    }
}

extension Row {
    /// Values by column.
    var texts: [String: String] { texts(unlike: nil) }

    /// Values by column of those columns that hold another value in `other`; of all where that is `nil`.
    func texts(unlike other: Row?) -> [String: String] {
        var texts: [String: String] = [:]
        for (ordinal, column) in schema.columns.enumerated() where other?.cells[ordinal] != cells[ordinal] {
            texts[column.name] = cells[ordinal].string
        }
        return texts
    }
}

extension World {
    /// Writes down what has changed since the last call.
    mutating func note(causedBy arrival: Arrival?) {
        guard configuration.isObserved else { return }
        let cause = arrival.map {
            FogSim.Change.Cause(number: $0.number, method: $0.request.method.rawValue, path: $0.request.path ?? "/")
        }
        for (old, new) in store.takeChanges() {
            guard let row = new ?? old, old?.cells != new?.cells else { continue }
            changes.append(
                FogSim.Change(
                    time: elapsed,
                    cause: cause,
                    table: row.schema.name,
                    id: row.id,
                    host: row.schema.name == "host" ? row.id : row.integer("hostID"),
                    kind: old == nil ? .made : new == nil ? .removed : .changed,
                    old: old?.texts(unlike: new) ?? [:],
                    new: new?.texts(unlike: old) ?? [:]
                )
            )
        }
    }
}
