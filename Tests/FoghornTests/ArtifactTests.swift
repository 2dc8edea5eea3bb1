import Foundation
import Testing

/// Files that scripts hand over, on the disk.
@Suite struct ArtifactTests {
    static let script =
        "fog.artifact('report.csv', 'old')\nfog.artifact('report.csv', 'a,b\\r\\n')\nfog.artifact('n', '')"

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func `Lands in the run's folder and says where that is`() async throws {
        let home = try Home()
        defer { home.remove() }

        let run = try await Program.run(script: Self.script, ["--sim"], environment: ["HOME": home.path])

        let runs = home.path + "/.local/state/foghorn/runs"
        let folder = try #require(try files(runs).first)
        #expect(run.code == 0)
        #expect(run.errors == "foghorn: 2 artifacts in \(runs)/\(folder)\n  n, 0 bytes\n  report.csv, 5 bytes\n")
        #expect(try files(runs + "/" + folder) == ["n", "report.csv"])
        #expect(try String(contentsOfFile: "\(runs)/\(folder)/report.csv", encoding: .utf8) == "a,b\r\n")
        #expect(home.mode("\(runs)/\(folder)") == 0o700)
    }

    @Test func `Lands in the folder that was named, in place of what has the name`() async throws {
        let home = try Home()
        defer { home.remove() }
        try home.write("out/report.csv", "from yesterday, and longer")
        let folder = home.path + "/out"

        let run = try await Program.run(script: Self.script, ["--sim", "--json", "--artifacts", folder])

        #expect(try files(folder) == ["n", "report.csv"])
        #expect(try String(contentsOfFile: folder + "/report.csv", encoding: .utf8) == "a,b\r\n")
        let event = "{\"bytes\":5,\"event\":\"artifact\",\"name\":\"report.csv\",\"path\":\"\(folder)/report.csv\"}\n"
        #expect(run.output.contains(event), "\(run)")
    }

    @Test func `Says what could not be written, and fails`() async throws {
        let home = try Home()
        defer { home.remove() }
        try home.write("file", "")

        let blocked = try await Program.run(script: Self.script, ["--sim", "--artifacts", home.path + "/file/out"])
        let homeless = try await Program.run(script: Self.script, ["--sim"], environment: ["HOME": "/proc/nowhere"])

        for run in [blocked, homeless] {
            #expect(run.code == 1, "\(run)")
            #expect(run.errors.contains("foghorn: artifact \"report.csv\" was not written: "))
            #expect(run.errors.contains("name another folder with --artifacts DIR"))
        }
    }

    @Test func `Keeps what was handed over before a failure`() async throws {
        let home = try Home()
        defer { home.remove() }

        let run = try await Program.run(
            script: "fog.artifact('a.txt', 'kept')\nerror('late')",
            ["--sim", "--artifacts", home.path]
        )

        #expect(run.code == 1)
        #expect(run.errors.contains("foghorn: an artifact in \(home.path)\n"), "\(run)")
        #expect(try files(home.path) == ["a.txt"])
    }
}
