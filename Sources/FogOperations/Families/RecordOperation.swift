package import FogModel

/// What can be asked about rows without a type, by FOG's own names, and requests in FOG's own words.
package enum RecordOperation: OperationFamily {
    /// Lists the rows of a class whose members have these values; answered by `records`.
    case list(className: String, [String: DataValue])
    /// Gets one row; answered by `records` with one.
    case get(className: String, Int)
    /// Searches a class, as FOG's own search does; answered by `records`.
    case search(className: String, String)
    /// Makes a row; answered by `records` with the new one.
    case create(className: String, [String: DataValue])
    /// Changes a row; answered by `records` with the row as it is now.
    case update(className: String, Int, [String: DataValue])
    /// Deletes a row; answered by `records` with the row as it was.
    case delete(className: String, Int)
    /// Sends a request; answered by `raw`.
    case send(method: String, path: String, query: String, body: DataValue?)

    package var name: String {
        switch self {
        case .list: "listRecords"
        case .get: "getRecord"
        case .search: "searchRecords"
        case .create: "createRecord"
        case .update: "updateRecord"
        case .delete: "deleteRecord"
        case .send: "raw"
        }
    }

    package var effect: Effect {
        switch self {
        case .list, .get, .search: .read
        case .create(let name, _), .update(let name, _, _): Self.isSetting(name) ? .setting : .write(className: name)
        case .delete(let name, _): .delete(className: name)
        case .send(let method, _, _, _): method.uppercased() == "GET" || method.uppercased() == "HEAD" ? .read : .raw
        }
    }

    package var subjects: [HostID] {
        switch self {
        case .update(let name, let number, _), .delete(let name, let number):
            name.lowercased() == Host.className ? HostID(number).map { [$0] } ?? [] : []
        case .create(_, let values): values["hostID"]?.integer.flatMap { HostID($0) }.map { [$0] } ?? []
        case .list, .get, .search, .send: []
        }
    }

    /// Whether a class is the server's settings, under its name on either version.
    private static func isSetting(_ name: String) -> Bool { ["setting", "service"].contains(name.lowercased()) }
}
