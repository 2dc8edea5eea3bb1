import FogTime
import Foundation
import Testing

@Suite struct PaceTests {
    private let start = Date(timeIntervalSince1970: 1000)

    /// Gives times in tenths of a second after the start, asked for at those times.
    private func times(_ asked: [Double]) -> [Int] {
        var pace = Pace(every: 0.1, from: start)
        return asked.map { Int(((pace.next(at: start + $0 / 10).timeIntervalSince(start)) * 10).rounded()) }
    }

    @Test func `Keeps its distance though each time is noticed late`() {
        #expect(times([0, 1.9, 2.9, 3.9, 4.9]) == [1, 2, 3, 4, 5])
    }

    @Test func `Makes good what it is behind, up to a second`() {
        #expect(times([0, 6, 6, 6, 6, 6, 6]) == [1, 2, 3, 4, 5, 6, 7])
        #expect(times([0, 30, 30]) == [1, 30, 31])
    }
}
