import Foundation
import Testing
import foghorn

@Suite struct SecretsTests {
    /// Writes a file with a mode, hands its path on, and removes it.
    static func withFile(_ text: String, mode: Int, _ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "foghorn-secrets-" + UUID().uuidString
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        try body(path)
    }

    @Test func `Reads a file that only its owner can read, and lets the environment win`() throws {
        let text = "# my tokens\nserver = http://fog\napi_token = YXBp\nuser_token = dXNlcg==\n"

        try Self.withFile(text, mode: 0o600) { path in
            let secrets = try Secrets.read(environment: ["FOGHORN_USER_TOKEN": "b3RoZXI="], file: path)

            #expect(secrets[.server] == "http://fog")
            #expect(secrets[.apiToken] == "YXBp")
            #expect(secrets[.userToken] == "b3RoZXI=")
        }
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660])
    func `Refuses a file that others can read`(_ mode: Int) throws {
        try Self.withFile("api_token = x\n", mode: mode) { path in
            let error = #expect(throws: UsageError.self) { _ = try Secrets.read(environment: [:], file: path) }

            #expect(error?.hint == "run: chmod 600 \(path)")
        }
    }

    @Test func `Names a line that sets nothing`() throws {
        try Self.withFile("api_token = x\ntokken = y\n", mode: 0o600) { path in
            let error = #expect(throws: UsageError.self) { _ = try Secrets.read(environment: [:], file: path) }

            #expect(error?.message == "\(path) line 2 sets nothing that Foghorn knows")
        }
    }

    @Test func `Does not print a value`() throws {
        let secrets = try Secrets.read(environment: ["FOGHORN_PASSWORD": "hunter2"], file: nil)

        #expect(secrets[.password] == "hunter2")
        #expect(!"\(secrets)".contains("hunter2"))
        #expect(!String(reflecting: secrets).contains("hunter2"))
        var dumped = ""
        dump(secrets, to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }
}
