import FogModel
import FogOperations
import FogSession
import Glibc

/// Asks the person at the terminal for parameters that are missing.
///
/// Ctrl-C ends the program with 130.
struct ParameterInterview {
    let output: OutputFile
    /// Says whether a name is one of the server's.
    let names: NameCheck

    /// Asks for each parameter that is missing.
    ///
    /// - Throws: ``UsageError`` at the end of the input.
    func complete(_ arguments: inout WorkflowArguments) async throws(UsageError) {
        let signals = SignalWatch { [output] _ in
            output.write("\n")
            exit(ExitCode.interrupted.rawValue)
        }
        defer { withExtendedLifetime(signals) {} }
        for parameter in arguments.missing { arguments.set(try await ask(parameter), for: parameter) }
    }

    private func ask(_ parameter: ParameterDescription) async throws(UsageError) -> ScriptValue {
        let remarks = WorkflowHelp.question(parameter)
        output.show(parameter.name + (remarks.isEmpty ? "" : ": " + remarks))
        if parameter.kind == .secret { return try secret(parameter) }
        guard parameter.isList else { return try await value(parameter, mayEnd: false) ?? .none }
        var items: [ScriptValue] = []
        while let item = try await value(parameter, mayEnd: !items.isEmpty) { items.append(item) }
        return .list(items)
    }

    /// Asks until an answer fits; nil for an empty one where that is allowed.
    private func value(_ parameter: ParameterDescription, mayEnd: Bool) async throws(UsageError) -> ScriptValue? {
        let prompt = "  " + parameter.flag.dropFirst(2) + (mayEnd ? " (empty: no more): " : ": ")
        while true {
            output.write(prompt)
            guard let line = readLine() else { throw ended(parameter) }
            let answer = line.trimmed
            if answer.isEmpty {
                if mayEnd { return nil }
                output.show("  a value is needed; Ctrl-C gives up")
                continue
            }
            do throws(UsageError) {
                let value = try ParameterText.value(answer, for: parameter)
                if let fault = await names.fault(in: value, of: parameter) { throw fault }
                return value
            } catch {
                output.show("  " + error.message + (error.hint.map { "; " + $0 } ?? ""))
            }
        }
    }

    private func secret(_ parameter: ParameterDescription) throws(UsageError) -> ScriptValue {
        while true {
            let prompt = "  \(parameter.flag.dropFirst(2)) (not shown): "
            guard let line = SecretPrompt.ask(prompt, output: output) else { throw ended(parameter) }
            let secret = Secret(line)
            if !secret.isEmpty { return .secret(SealedText(secret.reveal())) }
            output.show("  a value is needed; Ctrl-C gives up")
        }
    }

    private func ended(_ parameter: ParameterDescription) -> UsageError {
        output.write("\n")
        return UsageError("the input ended before \(parameter.flag) was given")
    }
}
