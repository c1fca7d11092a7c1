import Testing

@testable import SallyportAnalysis

@Suite("Hosts in texts")
struct HostNameTests {
    @Test(
        "are read from addresses and bare network addresses, in lower case",
        arguments: [
            ("https://Api.Example.Invalid/x", "api.example.invalid"),
            ("//cdn.example.invalid/x.js", "cdn.example.invalid"),
            ("wss://a.example.invalid:443", "a.example.invalid"),
            ("http://u:p@b.example.invalid?q", "b.example.invalid"), ("192.0.2.1", "192.0.2.1"),
            ("http://192.0.2.1:80/", "192.0.2.1"),
        ]
    )
    func named(text: String, host: String) {
        #expect(HostName.of(Array(text.utf8)) == host)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "//", "http://", "https://", "file:///etc/passwd", "index.js", "1.2.3", "1.2.3.4.5", "1.2.3.400",
            "data:text/plain,https://", "http://\u{1}/x", "https://nodots/x", "https://.example/",
            "https://" + String(repeating: "a", count: 300) + ".example/", "h", "ht", "htt:/",
        ]
    )
    func notNamed(text: String) {
        #expect(HostName.of(Array(text.utf8)) == nil)
    }

    @Test("of this machine and of private networks are local")
    func local() {
        for host in ["localhost", "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "172.31.255.255", "0.0.0.0"] {
            #expect(HostName.isLocal(host), "\(host)")
        }
        for host in ["example.invalid", "192.0.2.1", "172.32.0.1", "172.15.0.1", "11.0.0.1"] {
            #expect(!HostName.isLocal(host), "\(host)")
        }
    }
}
