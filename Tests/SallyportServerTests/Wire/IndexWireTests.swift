import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportTesting
import Testing

@Suite("Indexes over a socket")
struct IndexWireTests {
    private let premises = Premises()

    private func publish(_ readme: String = "") {
        var packument = Packument(versions: [
            .init(number: "1.0.0", bytes: FakeTarball.honest("left", "1.0.0")),
            .init(number: "1.1.0", bytes: FakeTarball.unreadable("1.1.0")),
        ])
        packument.readme = readme
        packument.publish(to: premises.upstream)
    }

    @Test("a client gets what was judged, and is told to ask each time")
    func visible() async throws {
        publish()
        try await premises.open { visit async throws in
            let response = try await visit.get("/npm/left")
            #expect(response.status == 200)
            #expect(response.text.contains(#""1.0.0""#))
            #expect(!response.text.contains("left-1.1.0.tgz"))
            #expect(response.text.contains("http://sallyport.example.invalid/npm/left/-/left-1.0.0.tgz"))
            #expect(response.header("cache-control") == "no-cache")
            #expect(response.header("content-type")?.hasPrefix("application/json") == true)
            let vary = try #require(response.header("vary")).lowercased()
            #expect(vary.contains("accept") && vary.contains("accept-encoding"))
            #expect(response.headers["vary"].count == 1)
        }
    }

    @Test("the entity tag that it knows is answered 304, without a body, from both paths")
    func notModified() async throws {
        publish()
        try await premises.open { visit async throws in
            let first = try await visit.get("/npm/left")
            let tag = try #require(first.header("etag"))
            for field in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let response = try await visit.get("/npm/left", [("if-none-match", field)])
                #expect(response.status == 304, "\(field)")
                #expect(response.body == [])
                #expect(response.header("etag") == tag)
            }
            #expect(try await visit.get("/npm/left", [("if-none-match", "\"other\"")]).status == 200)
        }
    }

    @Test("gzip is given to who asks, with an entity tag of its own")
    func gzip() async throws {
        publish(String(repeating: "read me ", count: 200))
        try await premises.open { visit async throws in
            let plain = try await visit.get("/npm/left")
            let packed = try await visit.get("/npm/left", [("accept-encoding", "gzip, br")])
            #expect(plain.header("content-encoding") == nil)
            #expect(packed.header("content-encoding") == "gzip")
            #expect(packed.body.prefix(2) == [0x1F, 0x8B])
            #expect(packed.body.count < plain.body.count)
            #expect(packed.header("etag") != plain.header("etag"))
            let refused = try await visit.get("/npm/left", [("accept-encoding", "gzip;q=0")])
            #expect(refused.body == plain.body)
        }
    }

    @Test("HEAD tells what GET would, without a body, and the connection goes on")
    func head() async throws {
        publish()
        try await premises.open { visit async throws in
            let full = try await visit.get("/npm/left")
            let connection = try await visit.connect()
            for _ in 0..<2 {
                try await connection.send(RawRequest(.HEAD, "/npm/left"))
                let head = try await connection.next()
                #expect(head.status == 200)
                #expect(head.body == [])
                #expect(head.header("content-length") == String(full.body.count))
                #expect(head.header("etag") == full.header("etag"))
            }
            try await connection.send(RawRequest(.GET, "/npm/left"))
            #expect(try await connection.next().body == full.body)
            await connection.close()
        }
    }

    @Test("when the upstream is down the answer says since when it is stale, and is not kept hot")
    func stale() async throws {
        publish()
        try await premises.open { visit async throws in
            let fresh = try await visit.get("/npm/left")
            premises.upstream.fail(with: UpstreamError(.unreachable, "down"))
            premises.clock.advance(seconds: 60)
            for _ in 0..<2 {
                let stale = try await visit.get("/npm/left")
                #expect(stale.status == 200)
                #expect(stale.body == fresh.body)
                #expect(stale.header("x-sallyport-stale-since") == "2026-11-22T00:00:00Z")
            }
        }
    }

    @Test("an unknown package is not found, in the ecosystem's words")
    func notFound() async throws {
        try await premises.open { visit async throws in
            let response = try await visit.get("/npm/nothing")
            #expect(response.status == 404)
            #expect(response.text.contains("\"error\""))
        }
    }

    @Test("a host that can be none is refused", arguments: ["evil/path", "a b", "<script>", "\"quoted\"", "user@host"])
    func badHosts(host: String) async throws {
        publish()
        try await premises.open { visit async throws in
            let response = try await visit.get("/npm/left", [("host", host)])
            #expect(response.status == 400)
            #expect(!response.text.contains(host))
        }
    }

    @Test("a configured address stands in documents in the place of the client's")
    func publicURL() async throws {
        publish()
        var premises = premises
        premises.publicURL = "https://packages.example.invalid"
        try await premises.open { visit async throws in
            let response = try await visit.get("/npm/left")
            #expect(response.text.contains("https://packages.example.invalid/npm/left/-/left-1.0.0.tgz"))
        }
    }

    @Test("two hosts get documents of their own, also from the hot path")
    func hosts() async throws {
        publish()
        try await premises.open { visit async throws in
            for _ in 0..<2 {
                for host in ["one.example.invalid", "two.example.invalid"] {
                    let response = try await visit.get("/npm/left", [("host", host)])
                    #expect(response.text.contains("http://\(host)/npm/left/-/"))
                }
            }
        }
    }

    @Test("what the audit names is announced, when something of it was withheld")
    func audit() async throws {
        publish()
        try await premises.open { visit async throws in
            _ = try await visit.get("/npm/left")
            let body = #"{"left":["1.0.0"],"ours":["1.0.0"]}"#
            let headers = [("content-type", "application/json")]
            let response = try await visit.ask(
                RawRequest(.POST, "/npm/-/npm/v1/security/advisories/bulk", headers, body: body)
            )
            #expect(response.status == 200)
            #expect(response.header("npm-notice")?.contains("left 1.1.0") == true)
            let relayed = try #require(premises.upstream.relayedBodies.first)
            #expect(!String(decoding: relayed, as: UTF8.self).contains("ours"))
        }
    }
}
