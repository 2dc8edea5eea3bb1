import FogSim
import TestSupport
import Testing

/// Lists that are too large for PHP's memory, after api-1.5.md section 11.
@Suite struct MemoryLimitTests {
    @Test func `Breaks from 3,251 hosts on, and on FOG 1.5 alone`() {
        for dialect in FogSim.Dialect.allCases {
            let configuration = FogSim.Configuration.lab(hosts: 1, dialect: dialect)
            #expect(configuration.wholeHostLimit == 3250)
            #expect(configuration.quirks.contains(.listMemoryLimit) == !dialect.isFog16)
        }
    }

    @Test(arguments: [
        ("host", "", 500), ("host/list", "", 500), ("host/search/pc", "", 500), ("host", #"{"name":"pc%"}"#, 500),
        ("host", #"{"name":"pc-00%"}"#, 200), ("host", #"{"nmae":"pc-001"}"#, 500), ("host/search/pc-001", "", 200),
        ("task", "", 500), ("task/active", "", 500), ("task/active", #"{"hostID":[1,2]}"#, 200),
        ("imaginglog", "", 500),
        ("imaginglog", #"{"hostID":1}"#, 200), ("inventory", "", 200), ("macaddressassociation", "", 200),
        ("groupassociation", "", 200), ("host/1", "", 200),
    ])
    func `Breaks where whole hosts are listed`(path: String, body: String, status: Int) {
        var configuration = FogSim.Configuration.lab()
        configuration.wholeHostLimit = 20
        var client = SimClient(configuration)
        for host in 1...24 { _ = client.send("POST", "/fog/host/\(host)/task", #"{"taskTypeID":10}"#) }
        for host in 1...30 { _ = client.send("POST", "/fog/imaginglog", #"{"hostID":\#(host)}"#) }
        client.elapsed = .seconds(1)

        let answer = client.send("GET", "/fog/" + path, body)

        #expect(answer.status == status)
        if status == 500 { #expect(answer.body.isEmpty) }
    }
}
