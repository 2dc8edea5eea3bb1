import Foundation

/// Paths as people write them in settings.
enum FilePath {
    /// Replaces `~/` and `$CREDENTIALS_DIRECTORY/`, the folder of systemd's credentials, at the beginning.
    static func expanded(_ path: String, environment: [String: String] = ProcessInfo.processInfo.environment) -> String
    {
        for (start, variable) in [("~/", "HOME"), ("$CREDENTIALS_DIRECTORY/", "CREDENTIALS_DIRECTORY")] {
            if path.hasPrefix(start), let folder = environment[variable] {
                return folder + "/" + path.dropFirst(start.count)
            }
        }
        return path
    }
}
