import FogBroker
import FogSession

/// Shows a run while it goes on.
protocol RunView: Sendable {
    /// Shows what the script printed or logged.
    func show(_ output: SessionOutput)
    /// Shows what the broker did.
    func show(_ event: BrokerEvent)
    /// Shows that an artifact was written.
    func show(_ artifact: Artifact, at path: String)
    /// Shows a line of Foghorn's own that is to stay.
    func note(_ text: String)
    /// Removes what was drawn for the moment.
    func end()
}
