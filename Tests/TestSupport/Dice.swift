/// Generator of random numbers that gives the same ones for the same seed (splitmix64).
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// Makes one.
    package init(seed: UInt64) { state = seed }

    /// Gives the next number.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    /// Gives a number from zero up to `limit`, which is 1 or more.
    package mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    /// Tells whether one of `count` equal chances has come.
    package mutating func isOne(in count: Int) -> Bool { number(below: count) == 0 }

    /// Gives one of some elements.
    package mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
