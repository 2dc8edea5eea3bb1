import FogModel
import FogOperations
import FogSession

/// Finds the values of secret parameters, which never stand on the command line.
enum SecretParameter {
    /// Most bytes of a secret.
    static let limit = 64 << 10

    /// Flag that names the file of a secret, as in `--password-file`.
    static func fileFlag(_ parameter: ParameterDescription) -> String { parameter.flag + "-file" }

    /// Variable that may hold a secret, as in `FOGHORN_PARAM_PASSWORD`.
    static func variable(_ parameter: ParameterDescription) -> String {
        "FOGHORN_PARAM_" + parameter.name.uppercased()
    }

    /// Reads the file of a secret.
    ///
    /// - Throws: ``UsageError``, which does not hold the secret.
    static func read(_ path: String, for parameter: ParameterDescription) throws(UsageError) -> ScriptValue {
        let secret = Secret(try ParameterFile.text(path, fileFlag(parameter), limit: limit))
        if secret.isEmpty { throw UsageError("\(fileFlag(parameter)): \(path) is empty") }
        return .secret(SealedText(secret.reveal()))
    }

    /// Takes a secret from the environment; nil where it has none.
    static func value(of parameter: ParameterDescription, in environment: [String: String]) -> ScriptValue? {
        environment[variable(parameter)].flatMap { $0.isEmpty ? nil : .secret(SealedText($0)) }
    }

    /// Says that a secret has no place on the command line; does not repeat it.
    static func refusal(_ parameter: ParameterDescription) -> UsageError {
        UsageError(
            "\(parameter.flag) is a secret: on the command line every user of the machine can see it",
            hint: "leave it out to be asked, or use \(fileFlag(parameter)) PATH, or set \(variable(parameter))"
        )
    }
}
