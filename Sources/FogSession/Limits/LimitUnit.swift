/// Unit in which a limit is set and shown.
package enum LimitUnit: String, Sendable {
    case mebibytes = "MiB"
    case kibibytes = "KiB"
    case seconds = "s"
    case jobs
    case coroutines
    case perSecond = "a second"
    case lines
    case files

    /// Base units in one: bytes, seconds, or the thing itself.
    package var size: Int {
        switch self {
        case .mebibytes: 1 << 20
        case .kibibytes: 1 << 10
        default: 1
        }
    }

    /// Words an amount of base units, as in `8 MiB`; bytes where it is no whole number.
    func words(_ amount: Int) -> String {
        if amount % size != 0 { return "\(amount) bytes" }
        return "\(amount / size) \(rawValue)"
    }
}
