/// HTML entities as FOG 1.5 writes them into every text that it sends.
///
/// Origin: FOG 1.5.9.239, trap 5; PHP's `htmlspecialchars` with `ENT_QUOTES`.
package enum HTMLText {
    private static let entities: [(name: [UInt8], letter: UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")),
        (Array("&lt;".utf8), UInt8(ascii: "<")),
        (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")),
        (Array("&#039;".utf8), UInt8(ascii: "'")),
    ]

    /// Decodes the five entities once; `&amp;lt;` becomes `&lt;`, any other entity stays as it is.
    package static func decoded(_ text: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var here = 0
        while here < text.count {
            if text[here] == UInt8(ascii: "&"),
                let entity = entities.first(where: { text[here...].starts(with: $0.name) })
            {
                plain.append(entity.letter)
                here += entity.name.count
            } else {
                plain.append(text[here])
                here += 1
            }
        }
        return plain
    }

    /// Whether the server would change a text when it saves it once more.
    package static func isMangled(_ text: String) -> Bool {
        text.utf8.contains { "&<>\"'".utf8.contains($0) }
    }
}
