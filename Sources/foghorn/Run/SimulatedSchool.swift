import ArgumentParser
import FogModel
package import FogSim

/// Makes the simulated school that flags ask for.
package enum SimulatedSchool {
    /// Makes it.
    ///
    /// - Parameters:
    ///   - hosts: how many.
    ///   - dialect: name of a version of FOG.
    ///   - faults: rules of what goes wrong, as `FogSim.FaultRule` reads them.
    ///   - prefix: what the flags begin with, as in `--sim-`; errors name them so.
    /// - Returns: configuration of the simulator.
    /// - Throws: `ValidationError` that names the flag, what it takes and what was given.
    package static func configuration(
        hosts: Int,
        dialect: String,
        faults: [String],
        prefix: String
    ) throws -> FogSim.Configuration {
        guard let version = FogSim.Dialect(rawValue: dialect) else {
            let hint = Suggestion.hint(for: dialect, among: dialects).map { "; " + $0 } ?? ""
            let known = dialects.joined(separator: ", ")
            throw ValidationError("\(prefix)dialect takes one of \(known), not '\(dialect)'\(hint)")
        }
        var school = FogSim.Configuration.school(hosts: hosts, dialect: version)
        do {
            school.faults = try faults.map { try FogSim.FaultRule(parsing: $0) }
        } catch let error as FogSim.FaultRule.ParseError {
            throw ValidationError("\(prefix)fault: \(error.message)")
        }
        return school
    }

    /// Names of the versions that can be imitated.
    package static let dialects: [String] = FogSim.Dialect.allCases.map(\.rawValue)
}
