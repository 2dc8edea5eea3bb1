import FogAPI
import FogModel
import HTTPTypes
import TestSupport

/// Reads damaged answers in every way that FogAPI has: each gives a value or a `FogError`, and never more than was sent.
package struct AnswerStress {
    /// Outcomes with their numbers: `value`, codes of errors, kinds of faults.
    package private(set) var outcomes: [String: Int] = [:]
    /// What should not have happened, in words; the first twenty.
    package private(set) var complaints: [String] = []
    /// Bytes of the largest answer.
    package private(set) var largest = 0

    /// Megabytes by which a process may grow while it reads answers of at most one and a half.
    package static let mostGrowth = 32.0

    private let recorded: [RecordedAnswer]
    private let large: [RecordedAnswer]
    private var dice: Dice

    /// Reads the recordings.
    ///
    /// - Parameter seed: chooses what is damaged and how.
    /// - Throws: an error of the file system, or `OrderedJSONError`.
    package init(seed: UInt64) throws {
        let all = try RecordedAnswer.all()
        recorded = all.filter { $0.body.count <= 6000 }
        large = all.filter { $0.body.count > 6000 }
        dice = Dice(seed: seed)
    }

    /// Damages so many answers and reads each in a way that fits its class and in one of all the others by turns.
    package mutating func run(_ count: Int) async {
        for number in 0..<count {
            // Whole lists take long and are like their rows.
            let recording = dice.one(of: dice.isOne(in: 50) ? large : recorded)
            let answer = damaged(recording)
            largest = max(largest, answer.body.count)
            if let fitting = AnswerReader.byClass[recording.className] {
                await read(answer, by: dice.one(of: fitting))
            }
            await read(answer, by: AnswerReader.all[number % AnswerReader.all.count])
        }
    }

    private mutating func damaged(_ recording: RecordedAnswer) -> TransportAnswer {
        let statuses = [200, 201, 204, 302, 400, 401, 403, 404, 405, 500, 501, 502, 599]
        let types = ["application/json", "text/html; charset=UTF-8", ""]
        let status = dice.isOne(in: 6) ? dice.one(of: statuses) : recording.status
        let type = dice.isOne(in: 6) ? dice.one(of: types) : recording.contentType
        return TransportAnswer(
            response: HTTPResponse(status: .init(code: status), headerFields: [.contentType: type]),
            body: Damage.damaged(recording.body, &dice)
        )
    }

    private mutating func read(_ answer: TransportAnswer, by reader: AnswerReader) async {
        do {
            let yield = try await reader.read(answer)
            outcomes["value", default: 0] += 1
            if !yield.fits(answer.body.count) {
                complain("\(reader.name) made \(yield) of \(answer.body.count) bytes", answer)
            }
        } catch let error as FogError {
            outcomes[error.code.rawValue, default: 0] += 1
            if !Self.isFitToShow(error) { complain("\(reader.name) says \(error)", answer) }
        } catch let fault as JSONFault {
            outcomes["\(fault.kind)", default: 0] += 1
        } catch {
            complain("\(reader.name) throws \(error)", answer)
        }
    }

    /// Whether an error is short and holds nothing that would move a terminal's cursor.
    private static func isFitToShow(_ error: FogError) -> Bool {
        let texts = [error.message, error.hint ?? "", error.cause ?? ""]
        return texts.allSatisfy { text in
            text.utf8.count < 1500 && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
    }

    private mutating func complain(_ what: String, _ answer: TransportAnswer) {
        guard complaints.count < 20 else { return }
        complaints.append("\(what): \(String(decoding: answer.body.prefix(500), as: UTF8.self).debugDescription)")
    }
}

/// Reads so many damaged answers and prints what came of them; answers whether all was well.
package func answerStress(count: Int) async -> Bool {
    do {
        var stress = try AnswerStress(seed: 42)
        let memory = PeakMemory()
        await stress.run(count)
        let growth = memory?.growth()
        let outcomes = stress.outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        print("\(count) answers up to \(stress.largest) bytes: \(outcomes.joined(separator: ", "))")
        if let growth { print("grew by \(growth) MB at most") }
        for complaint in stress.complaints { print(complaint) }
        return stress.complaints.isEmpty && growth ?? 0 <= AnswerStress.mostGrowth
    } catch {
        print("the recordings cannot be read: \(error)")
        return false
    }
}
