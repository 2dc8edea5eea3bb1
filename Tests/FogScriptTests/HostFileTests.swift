import FogSession
import Testing

/// Files in the form of FOG's own export of hosts.
@Suite struct HostFileTests {
    private let stage = Stage()

    @Test(arguments: [
        ("csv.parse_hosts('primac,name\\n')", "line 1: \"primac\" is no MAC address; FOG's export begins with them"),
        ("csv.parse_hosts('00:11:22:33:44:01,a\\nzz,b\\n')", "line 2: \"zz\" is no MAC address"),
        ("csv.format_hosts({ { nam = 'a' } })", "at 1: unknown option \"nam\"; did you mean \"name\"?"),
        ("csv.format_hosts({ { name = 'a' }, {} })", "at 2: a host without a name"),
        ("csv.format_hosts({ { name = 'a', macs = { 'zz' } } })", "at 1: \"zz\" is no MAC address"),
        ("csv.format_hosts({ { name = 'a', macs = '00:11:22:33:44:01' } })", "at 1: macs is a list of addresses"),
        ("csv.format_hosts({ 'a' })", "at 1: host expected, got string"),
    ])
    func `Refuses what is no host, and says where`(call: String, words: String) throws {
        let failure = try #require(stage.failure("local csv = require('csv') \(call)"))

        #expect(failure.message.contains(words), "\(failure.message)")
    }
}
