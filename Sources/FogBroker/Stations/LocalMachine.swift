package import FogModel
import Foundation

/// The machine that Foghorn runs on.
package enum LocalMachine {
    /// Reads the addresses of its network cards.
    ///
    /// - Returns: addresses in the order of the cards' names, each once; that of the loopback is left out.
    ///
    /// Origin: Linux, Documentation/ABI/testing/sysfs-class-net, `address`.
    package static func addresses() -> [MACAddress] {
        let folder = URL(filePath: "/sys/class/net", directoryHint: .isDirectory)
        let cards = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var seen: Set<MACAddress> = []
        return cards.sorted().compactMap { card in
            let text = try? String(contentsOf: folder.appending(path: "\(card)/address"), encoding: .utf8)
            let mac = text.flatMap { MACAddress($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
            guard let mac, mac.description != "00:00:00:00:00:00", seen.insert(mac).inserted else { return nil }
            return mac
        }
    }
}
