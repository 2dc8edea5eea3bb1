package import FogModel

/// What a token looks like, before it is sent.
package enum TokenShape: Hashable, Sendable {
    /// As FOG's page shows it.
    case proper
    /// Nothing.
    case empty
    /// As the database keeps it: 128 hexadecimal digits, which FOG's page shows in base64.
    case database
    /// A Bearer token of FOG 1.6.
    case bearer
    /// Not base64; the letter that does not belong there.
    case foreign(Character)
    /// Letters of base64, and not as many as it has to have: cut off when it was copied.
    case cut

    /// Judges a token.
    ///
    /// Origin: FOG 1.5.9.239: tokens are 128 hexadecimal digits, shown and sent in base64; FOG 1.6: `fog_` and digits.
    package init(_ token: Secret) {
        let text = token.reveal()
        if text.isEmpty {
            self = .empty
        } else if token.looksUnencoded {
            self = .database
        } else if text.hasPrefix("fog_") {
            self = .bearer
        } else if let letter = text.first(where: { !Self.isLetter($0) }) {
            self = .foreign(letter)
        } else {
            self = text.utf8.count.isMultiple(of: 4) ? .proper : .cut
        }
    }

    private static func isLetter(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber || "+/=".contains(letter))
    }

    /// Encodes a token of the database as FOG's page shows it.
    package static func encoded(_ token: Secret) -> Secret {
        Secret(Base64.encoded(Array(token.reveal().utf8)))
    }
}
