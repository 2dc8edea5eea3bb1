import FogModel
import Synchronization

extension FogServer {
    /// Gives the zone in which the server writes times; asked once and kept.
    ///
    /// Whoever may not read settings, or reads a server without that setting, gets UTC; so does for a minute whoever
    /// asks a server that breaks down over the question.
    ///
    /// Origin: FOG 1.5.9.239, recording 045: setting FOG_TZ_INFO.
    func zone() async throws -> String {
        if let zone = known.withLock({ $0.zone }) { return zone }
        if known.withLock({ uptime() < $0.zoneRetry }) { return Self.unknownZone }
        do {
            let zone = try await settingOfZone() ?? Self.unknownZone
            known.withLock { $0.zone = zone }
            return zone
        } catch let error as FogError where error.isBreakdown {
            known.withLock { $0.zoneRetry = uptime() + .seconds(60) }
            return Self.unknownZone
        }
    }

    private static let unknownZone = "UTC"

    private func settingOfZone() async throws -> String? {
        let wanted = "FOG_TZ_INFO"
        do {
            // Every other setting, passwords among them, is passed over.
            let rows = try await values("setting", ["name", "value"], filter: .equals("name", wanted))
            return rows.first { $0["name"] == wanted }?["value"].flatMap { $0.isEmpty ? nil : $0 }
        } catch let error as FogError
            where error.status == 501 || [.notFound, .refused].contains(error.code) || error.isMissingRight
        {
            return nil
        }
    }
}
