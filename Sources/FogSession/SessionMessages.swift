package import FogModel
package import FogOperations

/// What a host tells its session.
package enum SessionCommand: Hashable, Sendable {
    /// Describe a script without running its workflow, within limits; answered by `described`.
    case describe(ScriptSource, ScriptLimits = ScriptLimits())
    /// Run a script to its end; answered by `finished`.
    case run(ScriptSource, SessionSettings)
    /// Result of the operation with that number.
    case answer(Int, SessionResult)
    /// Raise `cancelled` wherever the script waits, and at each operation from now on.
    case cancel
    /// Open a state for chunk after chunk; answered by the event `opened`.
    case open(SessionSettings)
    /// Something for such a state.
    case prompt(PromptCommand)
}

/// Result of an operation.
package enum SessionResult: Hashable, Sendable {
    case success(Answer)
    case failure(FogError)
}

/// How a script is to be run.
package struct SessionSettings: Hashable, Codable, Sendable {
    /// Checked parameters by name.
    package var arguments: [String: ScriptValue]
    /// Seed of `math.random`.
    package var seed: UInt64
    /// What the run may use.
    package var limits: ScriptLimits

    /// Memory that the script may hold, in bytes.
    package var memoryLimit: Int { limits[.memory] }
    /// Longest time between two operations, in seconds of the processor's own time.
    package var stepLimit: Int { limits[.step] }

    /// Makes settings.
    package init(arguments: [String: ScriptValue] = [:], seed: UInt64 = 0, limits: ScriptLimits = ScriptLimits()) {
        self.arguments = arguments
        self.seed = seed
        self.limits = limits
    }
}

/// What a session tells its host, in order.
package enum SessionEvent: Hashable, Sendable {
    /// Description asked for; nil for a plain script.
    case described(WorkflowDescription?)
    /// Description asked for could not be made.
    case notDescribed(ScriptFailure)
    /// An operation to be answered under its number.
    case operation(FogCall)
    /// Text that the script printed or logged.
    case output(SessionOutput)
    /// A file that the script hands over.
    case artifact(Artifact)
    /// Nothing can go on before another answer; carries the number of answers seen so far.
    ///
    /// In a state at a prompt, each command but `open` counts as one.
    case idle(answersSeen: Int)
    /// Script has come to its end; nothing follows.
    case finished(ScriptValue)
    /// Script has failed; nothing follows.
    case failed(ScriptFailure)
    /// What a state says that was opened for chunk after chunk; `failed` is its end.
    case prompt(PromptEvent)
}

/// Text from a script.
package struct SessionOutput: Hashable, Codable, Sendable {
    /// Where text goes.
    package enum Channel: String, Codable, Sendable, CaseIterable {
        /// `print`.
        case print
        /// `log.info` and its kin.
        case debug
        case info
        case warning
        case error
    }

    /// Where it goes.
    package var channel: Channel
    /// Text without a final newline; may hold anything that a script can make, escape sequences too.
    package var text: String
    /// Job of the prompt that it comes from, by its number; nil in a run.
    package var job: Int?

    /// Makes an output.
    package init(_ channel: Channel, _ text: String, job: Int? = nil) {
        self.channel = channel
        self.text = text
        self.job = job
    }
}
