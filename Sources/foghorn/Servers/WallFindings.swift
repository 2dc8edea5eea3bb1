package import FogAPI
package import FogWorker

/// Says which walls the kernel has for scripts.
package enum WallFindings {
    /// Words what there is, and each wall that is missing.
    ///
    /// - Parameter available: walls that the kernel has.
    /// - Returns: findings, at least one.
    package static func findings(_ available: ProcessWalls = .available) -> [Finding] {
        let standing = Finding(.good, .sandbox, "scripts run walled in by " + available.names.joined(separator: ", "))
        return [standing]
            + ProcessWalls.words.filter { !available.contains($0.wall) }.map { wall in
                Finding(
                    .warning,
                    .sandbox,
                    "this kernel has no \(wall.name): \(wall.purpose)",
                    advice: "run scripts of strangers on Linux 6.12 or later with Landlock and seccomp switched on"
                )
            }
    }
}
