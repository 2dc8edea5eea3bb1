import FogBroker
import FogModel
import Testing

@Suite struct RunIDTests {
    @Test func `Makes another marker for each operation of each run`() throws {
        var markers: Set<TaskMarker> = []
        for seed: UInt64 in [0, 1, 35, 36, 1 << 40, .max] {
            for number in [1, 2, 35, 36, 37, 1_295, 1_296, 60_466_175] {
                markers.insert(try #require(RunID(seed).marker(operation: number)))
            }
        }

        #expect(markers.count == 6 * 8)
    }

    @Test func `Makes markers by run and operation alone`() {
        #expect(RunID(7).marker(operation: 38)?.description == "fh00000000700012")
        #expect(RunID(.max).marker(operation: 1)?.description.count == TaskMarker.length)
    }

    @Test(arguments: [-1, 60_466_176, .max])
    func `Makes none beyond what a marker can hold`(number: Int) {
        #expect(RunID(7).marker(operation: number) == nil)
    }
}
