public import FogModel

extension FogServer {
    /// Lists the printers of a host by number.
    public func printers(of host: HostID) async throws -> [Printer] {
        try await items(.printers, of: host)
    }

    /// Gives printers to a host.
    ///
    /// - Returns: printers that it did not have before.
    public func addPrinters(_ printers: [PrinterID], to host: HostID) async throws -> [PrinterID] {
        try await add(printers.map(\.number), to: host.number, .printers).compactMap { PrinterID($0) }
    }

    /// Takes printers away from a host.
    ///
    /// - Returns: printers that it had before.
    public func removePrinters(_ printers: [PrinterID], from host: HostID) async throws -> [PrinterID] {
        try await remove(printers.map(\.number), from: host.number, .printers).compactMap { PrinterID($0) }
    }

    /// Gives the number of a host's default printer; nil where it has none.
    ///
    /// - Throws: `FogError` with `notFound` where there is no such host.
    public func defaultPrinter(of host: HostID) async throws -> PrinterID? {
        let rows = try await printerRows(host)
        if rows.isEmpty { try await checkExist(Host.className, [host.number]) }
        return rows.first(where: \.isDefault).flatMap { PrinterID($0.printer) }
    }

    /// Makes one of a host's printers its default.
    ///
    /// - Parameters:
    ///   - printer: printer that the host has; nil leaves it without a default.
    ///   - host: host.
    /// - Throws: `FogError` with `refused` where the host does not have the printer; `uncertain` (answer lost, and the
    ///   change is not seen), `server` (the server took it and shows another).
    public func setDefaultPrinter(_ printer: PrinterID?, of host: HostID) async throws {
        let rows = try await printerRows(host)
        if rows.isEmpty { try await checkExist(Host.className, [host.number]) }
        if let printer, !rows.contains(where: { $0.printer == printer.number }) {
            throw FogError(
                .refused,
                "host \(host) does not have printer \(printer)",
                hint: "add the printer to it first"
            )
        }
        // The old one first: two defaults are worse than none for a moment.
        let old = rows.filter { $0.isDefault && $0.printer != printer?.number }
        let new = rows.filter { !$0.isDefault && $0.printer == printer?.number }
        let subject = "default printer of host \(host)"
        for (place, row) in (old + new).enumerated() {
            do {
                let flag = place < old.count ? "0" : "1"
                _ = try await changeRow("printerassociation", row.id, [.init("isDefault", .text(flag))])
            } catch let error as FogError where place > 0 {
                throw unconfirmed(subject, error)
            }
        }
        let now = try await confirming(subject) { try await printerRows(host).filter(\.isDefault).map(\.printer) }
        if now == (printer.map { [$0.number] } ?? []) { return }
        throw FogError(
            .server,
            "the default printer of host \(host) is not as it should be: \(now.isEmpty ? "it has none" : "\(now)")",
            hint: "somebody else may have changed it: look at the host on FOG's page"
        )
    }

    private func printerRows(_ host: HostID) async throws -> [(id: Int, printer: Int, isDefault: Bool)] {
        let rows = try await values(
            "printerassociation",
            ["id", "hostID", "printerID", "isDefault"],
            filter: .equals("hostID", host.number)
        )
        return rows.compactMap { row in
            guard let id = row["id"].flatMap({ Int($0) }), id > 0, let printer = row["printerID"].flatMap({ Int($0) })
            else { return nil }
            return (id, printer, row["isDefault"] == "1")
        }
    }
}
