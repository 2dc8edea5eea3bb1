package import FogModel
import Foundation
import Glibc
import Synchronization

/// Keeps hosts for one run, so that no other run of this user changes them meanwhile.
///
/// Each run has a file of its own per server, which it holds locked while it lives: the kernel lets go of it when the
/// process ends, however it ends. A short lock on the server's folder lets one run at a time look around and take hosts.
package final class HostLocks: Sendable {
    /// What a run says of itself to others.
    package struct Holder: Hashable, Codable, Sendable {
        /// Number of the run.
        package var run: String
        /// Script as the user wrote it.
        package var script: String
        /// Number of the process.
        package var process: Int
        /// Seconds since 1970-01-01 UTC at which the run began.
        package var since: Int

        /// Makes a card.
        package init(run: String, script: String, process: Int, since: Int) {
            self.run = run
            self.script = script
            self.process = process
            self.since = since
        }
    }

    /// What stands in a run's file.
    private struct Card: Codable {
        var holder: Holder
        var hosts: Set<Int>
    }

    private let folder: String
    private let holder: Holder
    /// Files of this run, held locked, with what stands in them; by the server's folder.
    private let held = Mutex<[String: (file: FileHandle, hosts: Set<Int>)]>([:])

    /// Takes the folder for all servers.
    package init(folder: String, holder: Holder) {
        self.folder = folder
        self.holder = holder
    }

    /// Takes hosts for this run until it ends.
    ///
    /// - Throws: `FogError` with `conflict` where another run has one of them, naming that run; nothing is taken then.
    package func take(_ server: String, _ hosts: [HostID]) throws {
        let place = folder + "/" + Self.fileName(server)
        try held.withLock { held in
            let new = Set(hosts.map(\.number)).subtracting(held[place]?.hosts ?? [])
            if new.isEmpty { return }
            try FileManager.default.createDirectory(
                atPath: place,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let door = try Self.open(place + "/door")
            guard flock(door.fileDescriptor, LOCK_EX) == 0 else { throw Self.fault(place) }
            // Closing the file opens the door again.
            defer { try? door.close() }
            try look(in: place, for: new)
            let file = try held[place]?.file ?? Self.open("\(place)/\(holder.run)")
            if held[place] == nil, flock(file.fileDescriptor, LOCK_EX | LOCK_NB) != 0 { throw Self.fault(place) }
            let all = new.union(held[place]?.hosts ?? [])
            try file.truncate(atOffset: 0)
            try file.write(contentsOf: JSONEncoder().encode(Card(holder: holder, hosts: all)))
            held[place] = (file, all)
        }
    }

    /// Lets go of all hosts.
    package func end() {
        held.withLock { held in
            for (place, entry) in held {
                try? FileManager.default.removeItem(atPath: "\(place)/\(holder.run)")
                try? entry.file.close()
            }
            held = [:]
        }
    }

    /// Sees that no other run has a host; clears away what runs have left behind that have ended.
    private func look(in place: String, for hosts: Set<Int>) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: place).sorted()
        where name != "door" && name != holder.run {
            let path = place + "/" + name
            guard let file = FileHandle(forReadingAtPath: path) else { continue }
            defer { try? file.close() }
            if flock(file.fileDescriptor, LOCK_SH | LOCK_NB) == 0 {
                try? FileManager.default.removeItem(atPath: path)
                continue
            }
            guard let bytes = try file.readToEnd(), let card = try? JSONDecoder().decode(Card.self, from: bytes),
                let host = card.hosts.intersection(hosts).min()
            else { continue }
            throw Self.conflict(host, card.holder)
        }
    }

    private static func conflict(_ host: Int, _ other: Holder) -> FogError {
        let since = Date(timeIntervalSince1970: TimeInterval(other.since)).formatted(.iso8601)
        return FogError(
            .conflict,
            "host \(host) is being changed by run \(other.run) (\(other.script), since \(since), process \(other.process))",
            hint: "wait until it has ended, or stop it with: kill -INT \(other.process)"
        )
    }

    private static func open(_ path: String) throws -> FileHandle {
        let files = FileManager.default
        if !files.fileExists(atPath: path) {
            _ = files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        return try FileHandle(forUpdating: URL(fileURLWithPath: path))
    }

    private static func fault(_ place: String) -> FogError {
        FogError(
            .conflict,
            "hosts cannot be kept for this run: \(place) cannot be locked",
            hint: "see who may write there"
        )
    }

    /// Name of a server's folder: its address with nothing but letters, digits, dots and dashes.
    private static func fileName(_ address: String) -> String {
        String(address.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
    }
}
