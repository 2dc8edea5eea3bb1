import FogHTTP
import Testing

@Suite struct ServerAddressTests {
    struct Good: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String

        init(_ input: String, _ text: String) {
            testDescription = input
            self.text = text
        }
    }

    @Test(arguments: [
        Good("http://fog.example.org", "http://fog.example.org"),
        Good("HTTP://Fog.Example.ORG/", "http://fog.example.org"),
        Good("http://fog/fog", "http://fog"),
        Good("http://fog/fog/", "http://fog"),
        Good("https://fog:443/fog/management/index.php?node=home#top", "https://fog"),
        Good("http://10.0.0.5:8080", "http://10.0.0.5:8080"),
        Good("http://fog:80", "http://fog"),
        Good("https://fog:80", "https://fog:80"),
        Good("http://[::1]:8080", "http://[::1]:8080"),
        Good("http://[2001:DB8::1]", "http://[2001:db8::1]"),
        Good("http://fog_server-1", "http://fog_server-1"),
        Good("http://xn--bro-hoa.example", "http://xn--bro-hoa.example"),
    ])
    func `Reads what people write`(_ item: Good) throws {
        #expect(try ServerAddress(parsing: item.testDescription).text == item.text)
    }

    @Test(arguments: [
        "", "fog.example.org", "fog:8080", "ftp://fog", "file:///etc/passwd", "http://", "http:///fog", "http://:80",
        "http://fog:", "http://fog:0", "http://fog:65536", "http://fog:-1", "http://fog:+1", "http://fog:eighty",
        "http://fog:80:80", "http://me:secret@fog", "http://fog/other", "http://fog/foggy", "http://fog/?x",
        "http://fog?x",
        "http://fog#x", "http://fo g", "http://büro", "http://fog\n", "http://-fog", "http://fog..org", "http://fog.",
        "http://[::1", "http://[fog]", "http://[]", "http://[::1]x", "http://fog%2e", "http://fog\\x",
        "http://" + String(repeating: "a", count: 64),
    ])
    func `Refuses anything else and says what to write`(_ text: String) {
        let error = #expect(throws: TransportSetupError.self) { try ServerAddress(parsing: text) }

        #expect(error?.hint.isEmpty == false)
        #expect(error?.message.contains("\n") == false)
        #expect(error?.message.contains("secret") == false)
    }
}
