import FogAPI

/// A path that the guard took for another one.
private struct CancelledMore: Error {
    let path: String
}

extension AnswerReader {
    /// What the ways are made of.
    static let parts: [AnswerReader] = [
        AnswerReader(name: "every value") { answer in
            var reader = JSONReader(answer.body)
            var yield = AnswerYield()
            try walk(&reader, &yield)
            try reader.finish()
            return yield
        },
        AnswerReader(name: "skipping") { answer in
            var reader = JSONReader(answer.body)
            try reader.skip()
            return AnswerYield(values: reader.place)
        },
        AnswerReader(name: "times") { answer in
            var time = ServerTime(zone: "Europe/Berlin")
            var yield = AnswerYield()
            for start in 0..<answer.body.count where answer.body[start] == UInt8(ascii: "\"") {
                let end = min(answer.body.count, start + 20)
                if case .seconds = time.read(answer.body, start + 1..<max(start + 1, end)) { yield.values += 1 }
            }
            return yield
        },
        AnswerReader(name: "path of a cancel") { answer in
            let path = "/fog/task/" + String(decoding: answer.body.prefix(300), as: UTF8.self)
            if case .one(let target) = CancelGuard.examine(method: "DELETE", path: path), target.path != path {
                throw CancelledMore(path: path)
            }
            return AnswerYield()
        },
        AnswerReader(name: "entities") { answer in
            AnswerYield(textBytes: HTMLText.decoded(answer.body).count)
        },
    ]

    /// Reads every value, whatever it is.
    private static func walk(_ reader: inout JSONReader, _ yield: inout AnswerYield) throws(JSONFault) {
        yield.values += 1
        switch reader.next() {
        case UInt8(ascii: "\""):
            yield.textBytes += reader.string(try reader.text(), html: true).utf8.count
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try reader.elements { (reader) throws(JSONFault) in try walk(&reader, &yield) }
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            _ = try reader.word()
        default:
            _ = reader.integer(try reader.number())
        }
    }
}
