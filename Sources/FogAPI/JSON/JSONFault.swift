/// Why the bytes of an answer are not what was expected.
package struct JSONFault: Error, Equatable {
    /// Kind of fault.
    package enum Kind: Sendable {
        /// Bytes end in the middle of a value.
        case cut
        /// Bytes are no JSON.
        case malformed
        /// JSON, but a value that does not fit its field.
        case mismatch
    }

    /// Kind of fault.
    package let kind: Kind
    /// What is wrong, for people.
    package let reason: String
    /// Offset of the byte at fault.
    package let offset: Int

    /// Makes a fault.
    package init(_ kind: Kind, _ reason: String, at offset: Int) {
        self.kind = kind
        self.reason = reason
        self.offset = offset
    }
}
