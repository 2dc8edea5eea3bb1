package import FogSession

/// What a worker tells the process that started it; commands go the other way in lists as they are.
package enum WorkerMessage: Hashable, Codable, Sendable {
    /// First of all: the walls that stand around the worker, as bits.
    case hello(walls: Int)
    /// The worker could not put up its walls, for a reason with that number, and leaves.
    case unconfined(code: Int)
    /// Events in order, and where the script was seen last.
    case events([SessionEvent], place: ScriptPlace?)
    /// The script is computing.
    case busy(place: ScriptPlace?)
}
