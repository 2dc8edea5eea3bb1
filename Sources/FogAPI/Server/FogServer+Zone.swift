import FogModel
import Synchronization

extension FogServer {
    /// Gives the zone in which the server writes times; asked once and kept.
    ///
    /// Whoever may not read settings, or reads a server without that setting, gets UTC.
    ///
    /// Origin: FOG 1.5.9.239, recording 045: setting FOG_TZ_INFO.
    func zone() async throws -> String {
        if let zone = known.withLock({ $0.zone }) { return zone }
        let zone = try await settingOfZone() ?? "UTC"
        known.withLock { $0.zone = zone }
        return zone
    }

    private func settingOfZone() async throws -> String? {
        let wanted = "FOG_TZ_INFO"
        do {
            // Every other setting, passwords among them, is passed over.
            let rows = try await values("setting", ["name", "value"], filter: .equals("name", wanted))
            return rows.first { $0["name"] == wanted }?["value"].flatMap { $0.isEmpty ? nil : $0 }
        } catch let error as FogError where [.server, .notFound, .refused].contains(error.code) || error.isMissingRight
        {
            return nil
        }
    }
}
