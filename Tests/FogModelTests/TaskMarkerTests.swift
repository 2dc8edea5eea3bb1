import FogModel
import Testing

@Suite struct TaskMarkerTests {
    @Test(arguments: [
        "", "fh", "fh0123456789abc", "fh0123456789abcde", "xx0123456789abcd", "fh0123456789ABCD", "fh012345 789abcd",
    ])
    func `Takes nothing else for a mark`(text: String) {
        #expect(TaskMarker(text) == nil)
    }

    @Test(arguments: [
        ("fh0123456789abcd Deploy - pc-1", "fh0123456789abcd", "Deploy - pc-1"),
        ("fh0123456789abcd", "fh0123456789abcd", ""),
        ("Deploy - pc-1", nil, "Deploy - pc-1"), ("- pc-1", nil, "- pc-1"), ("", nil, ""),
        ("x fh0123456789abcd", nil, "x fh0123456789abcd"),
    ])
    func `Takes a name apart`(name: String, marker: String?, rest: String) {
        let parts = TaskMarker.split(name)

        #expect(parts.marker?.description == marker && parts.name == rest)
    }
}
