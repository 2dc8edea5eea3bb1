/// Small generator of random numbers: the same seed gives the same numbers on every machine.
///
/// Origin: Sebastiano Vigna, splitmix64.
struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Gives a fraction from 0 to below 1.
    mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// Spreads a duration by up to `share` of it to either side.
    mutating func spread(_ duration: Duration, by share: Double) -> Duration {
        .seconds(duration.seconds * (1 + share * (2 * fraction() - 1)))
    }
}

extension Duration {
    /// Length in seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
