/// Where Foghorn keeps what it has learnt and done.
enum StateFolder {
    /// Finds the folder.
    ///
    /// - Parameter environment: variables of the process: `XDG_STATE_HOME`, `HOME`.
    /// - Returns: nil where there is no home.
    static func path(_ environment: [String: String]) -> String? {
        let state = environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
        return state.map { $0 + "/foghorn" }
    }
}
