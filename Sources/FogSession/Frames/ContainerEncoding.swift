/// Writes a map.
///
/// Codable asks for one function a primitive type; all but nil go the way of any value.
struct MapEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let map: NodeMap
    let depth: Int
    let limits: FrameLimits
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { map.add(key.stringValue, Node.none) }
    func encode(_ value: Bool, forKey key: Key) { map.add(key.stringValue, .flag(value)) }
    func encode(_ value: String, forKey key: Key) { map.add(key.stringValue, .text(value)) }
    func encode(_ value: Double, forKey key: Key) { map.add(key.stringValue, .number(value)) }
    func encode(_ value: Int, forKey key: Key) { map.add(key.stringValue, Node(value)) }
    func encode(_ value: UInt64, forKey key: Key) { map.add(key.stringValue, Node(value)) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        map.add(key.stringValue, try ValueEncoder.node(of: value, depth: depth + 1, limits: limits))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        let nested = NodeMap()
        map.add(key.stringValue, .map(nested))
        return KeyedEncodingContainer(MapEncoding<Nested>(map: nested, depth: depth + 1, limits: limits))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let nested = NodeList()
        map.add(key.stringValue, .list(nested))
        return ListEncoding(list: nested, depth: depth + 1, limits: limits)
    }

    func superEncoder() -> any Encoder { preconditionFailure("messages are values without superclasses (bug)") }
    func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}

/// Writes a list.
struct ListEncoding: UnkeyedEncodingContainer {
    let list: NodeList
    let depth: Int
    let limits: FrameLimits
    var codingPath: [any CodingKey] { [] }
    var count: Int { list.items.count }

    func encodeNil() { list.items.append(.none) }

    func encode<Value: Encodable>(_ value: Value) throws {
        list.items.append(try ValueEncoder.node(of: value, depth: depth + 1, limits: limits))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        let nested = NodeMap()
        list.items.append(.map(nested))
        return KeyedEncodingContainer(MapEncoding<Nested>(map: nested, depth: depth + 1, limits: limits))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let nested = NodeList()
        list.items.append(.list(nested))
        return ListEncoding(list: nested, depth: depth + 1, limits: limits)
    }
    func superEncoder() -> any Encoder { preconditionFailure("messages are values without superclasses (bug)") }
}
