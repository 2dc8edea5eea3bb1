/// Takes one value apart into nodes.
///
/// A class, since Codable's containers are written to after they were handed out.
final class ValueEncoder: Encoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    /// Levels of lists and maps around the value.
    let depth: Int
    let limits: FrameLimits
    private(set) var node: Node = .map(NodeMap())
    private var isSet = false

    init(depth: Int, limits: FrameLimits) {
        self.depth = depth
        self.limits = limits
    }

    func set(_ node: Node) {
        self.node = node
        isSet = true
    }

    /// Gives the nodes of a value that lies within this one.
    ///
    /// - Throws: ``FrameError`` with `tooDeep`; what the value throws.
    static func node(of value: some Encodable, depth: Int, limits: FrameLimits) throws -> Node {
        guard depth <= limits.depth else { throw FrameError.tooDeep(limits) }
        let encoder = ValueEncoder(depth: depth, limits: limits)
        try value.encode(to: encoder)
        return encoder.node
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if isSet, case .map(let map) = node { return Self.keyed(map, self) }
        let map = NodeMap()
        set(.map(map))
        return Self.keyed(map, self)
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if isSet, case .list(let list) = node { return ListEncoding(list: list, depth: depth, limits: limits) }
        let list = NodeList()
        set(.list(list))
        return ListEncoding(list: list, depth: depth, limits: limits)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleEncoding(encoder: self)
    }

    private static func keyed<Key: CodingKey>(_ map: NodeMap, _ encoder: ValueEncoder) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(MapEncoding<Key>(map: map, depth: encoder.depth, limits: encoder.limits))
    }
}

/// Writes a value that is no list and no map.
struct SingleEncoding: SingleValueEncodingContainer {
    let encoder: ValueEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.set(.none) }
    func encode(_ value: Bool) { encoder.set(.flag(value)) }
    func encode(_ value: String) { encoder.set(.text(value)) }
    func encode(_ value: Double) { encoder.set(.number(value)) }
    func encode(_ value: Float) { encoder.set(.number(Double(value))) }
    func encode(_ value: Int) { encoder.set(Node(value)) }
    func encode(_ value: Int8) { encoder.set(Node(value)) }
    func encode(_ value: Int16) { encoder.set(Node(value)) }
    func encode(_ value: Int32) { encoder.set(Node(value)) }
    func encode(_ value: Int64) { encoder.set(Node(value)) }
    func encode(_ value: UInt) { encoder.set(Node(value)) }
    func encode(_ value: UInt8) { encoder.set(Node(value)) }
    func encode(_ value: UInt16) { encoder.set(Node(value)) }
    func encode(_ value: UInt32) { encoder.set(Node(value)) }
    func encode(_ value: UInt64) { encoder.set(Node(value)) }

    func encode<Value: Encodable>(_ value: Value) throws {
        encoder.set(try ValueEncoder.node(of: value, depth: encoder.depth, limits: encoder.limits))
    }
}
