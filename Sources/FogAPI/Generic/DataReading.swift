import FogModel

/// Reads values of any shape and keeps back what is secret in them.
struct DataReading {
    /// Whether secrets are read like the rest.
    var revealsSecrets = false

    /// Reads the members of a row.
    ///
    /// - Parameters:
    ///   - className: class of the row, or name of the object that is read: what is secret depends on it.
    ///   - reader: stands before the row.
    /// - Returns: members in the server's order.
    /// - Throws: ``JSONFault``.
    func members(of className: String, _ reader: inout JSONReader) throws(JSONFault) -> [DataValue.Member] {
        var members: [DataValue.Member] = []
        try reader.members { (reader, name) throws(JSONFault) in
            let name = reader.string(name)
            let value = try value(of: name, in: className, &reader)
            members.append(.init(name, value))
        }
        hideSetting(&members)
        return members
    }

    /// Reads a value, its secrets kept back.
    func value(of name: String, in className: String, _ reader: inout JSONReader) throws(JSONFault) -> DataValue {
        try reader.keep()
        let isKept = !revealsSecrets && SecretNames.isSecret(name, of: className)
        switch reader.next() {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if isKept {
                try reader.skip()
                return .secret
            }
            return try nested(name, in: className, &reader)
        default:
            let value = try single(&reader)
            return isKept && !value.isUnset ? .secret : value
        }
    }

    private func nested(
        _ name: String,
        in className: String,
        _ reader: inout JSONReader
    ) throws(JSONFault) -> DataValue {
        guard reader.next() == UInt8(ascii: "{") else { return try list(of: name, in: className, &reader) }
        return .map(try members(of: name == "data" ? className : name, &reader))
    }

    private func list(of name: String, in className: String, _ reader: inout JSONReader) throws(JSONFault) -> DataValue
    {
        // Rows of a list stand under the class's name and an s, or under "data".
        let element = name == "data" ? className : name.hasSuffix("s") ? String(name.dropLast()) : name
        var values: [DataValue] = []
        try reader.elements { (reader) throws(JSONFault) in
            values.append(try value(of: element, in: className, &reader))
        }
        return .list(values)
    }

    private func single(_ reader: inout JSONReader) throws(JSONFault) -> DataValue {
        switch reader.next() {
        case UInt8(ascii: "\""): return .text(reader.string(try reader.text(), html: true))
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            return try reader.word().map(DataValue.bool) ?? .null
        default:
            let number = try reader.number()
            if let whole = reader.integer(number) { return .integer(whole) }
            return Double(reader.string(number)).map(DataValue.number) ?? .null
        }
    }

    /// Keeps back the value of a setting whose name says that it is secret, wherever settings stand.
    private func hideSetting(_ members: inout [DataValue.Member]) {
        guard !revealsSecrets, let value = members.firstIndex(where: { $0.name == "value" }),
            let name = members.first(where: { $0.name == "name" })?.value.text,
            SecretNames.isSecret(setting: name), !members[value].value.isUnset
        else { return }
        members[value].value = .secret
    }
}

extension DataValue {
    /// Whether nothing is set: null or an empty text.
    var isUnset: Bool { self == .null || self == .text("") }

    /// Value as it is sent.
    ///
    /// - Throws: `FogError` with `invalidArgument` for a secret: what was kept back cannot be sent.
    func json(of name: String) throws -> JSONValue {
        switch self {
        case .null: return .null
        case .bool(let flag): return .flag(flag)
        case .integer(let number): return .integer(number)
        // FOG keeps no fractions but as texts.
        case .number(let number): return .text(String(number))
        case .text(let text): return .text(text)
        case .list(let values): return .array(try values.map { try $0.json(of: name) })
        case .map(let members): return .object(try members.map { .init($0.name, try $0.value.json(of: $0.name)) })
        case .secret:
            throw FogError(
                .invalidArgument,
                "the value of \"\(name)\" was kept back and cannot be sent",
                hint: "leave it out, or give the text"
            )
        }
    }
}
