/// Keys of a message by their numbers, and back.
struct KeyTable {
    private(set) var keys: [String] = []
    /// Numbers of the keys, once they are many: most messages have few, and hashing them would take longer than looking.
    private var numbers: [String: Int] = [:]
    private static let few = 16

    /// Number of a key; nil where it has none yet.
    func number(of key: String) -> Int? {
        keys.count <= Self.few ? keys.firstIndex(of: key) : numbers[key]
    }

    /// Gives a key that has none the next number.
    mutating func add(_ key: String) {
        keys.append(key)
        if keys.count == Self.few + 1 {
            for (number, key) in keys.enumerated() { numbers[key] = number }
        } else if keys.count > Self.few {
            numbers[key] = keys.count - 1
        }
    }
}
