import Testing
import foghorn_stress

/// Inputs that fuzzing has found: each once reached code that no other did, or broke something.
@Suite struct CorpusTests {
    @Test(arguments: FuzzTarget.allCases)
    func `Are read or refused, and break nothing`(target: FuzzTarget) async throws {
        await #expect(processExitsWith: .success) { [target] in
            let read = target.reader()
            let corpus = try target.corpus()

            #expect(corpus.count >= 10)
            for input in corpus {
                let complaint = read(input.bytes)
                #expect(complaint == nil, "\(target)/\(input.name)")
            }
        }
    }
}
