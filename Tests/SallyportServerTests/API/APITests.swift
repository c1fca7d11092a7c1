import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("The API over a socket")
struct APITests {
    private let premises = Premises()
    private static let token = ("authorization", "Bearer secret")

    private func publish() {
        Packument(versions: [.init(number: "1.0.0", bytes: FakeTarball.unreadable("1.0.0"))])
            .publish(to: premises.upstream)
    }

    @Test(
        "what changes or tells more than an install does needs a token",
        arguments: [
            ("GET", "/api/v1/queue"), ("GET", "/api/v1/decisions"), ("POST", "/api/v1/decisions"),
            ("GET", "/api/v1/downloads?purl=pkg:npm/left"),
        ]
    )
    func unauthorised(method: String, target: String) async throws {
        try await premises.open { visit async throws in
            for headers in [[], [("authorization", "Bearer wrong")], [("authorization", "secret")]] {
                let response = try await visit.ask(RawRequest(.RAW(value: method), target, headers))
                #expect(response.status == 401)
                #expect(response.text.contains("Bearer TOKEN"))
            }
        }
        #expect(try await premises.catalogue.decisions() == [])
    }

    @Test("a token opens it, as bearer and as the password of basic")
    func authorised() async throws {
        try await premises.open { visit async throws in
            // `anyone:secret`
            for field in ["Bearer secret", "bearer secret", "Basic YW55b25lOnNlY3JldA=="] {
                #expect(try await visit.get("/api/v1/queue", [("authorization", field)]).status == 200)
            }
        }
    }

    @Test("other methods and other paths are told apart")
    func methods() async throws {
        try await premises.open { visit async throws in
            #expect(try await visit.ask(RawRequest(.DELETE, "/api/v1/decisions")).status == 405)
            #expect(try await visit.ask(RawRequest(.POST, "/healthz")).status == 405)
            #expect(try await visit.get("/api/v1/nothing").status == 404)
        }
    }

    @Test("health, readiness and status need no token; a catalogue that fails makes it unready")
    func health() async throws {
        struct DiskFull: Error {}
        try await premises.open { visit async throws in
            #expect(try await visit.get("/healthz").status == 200)
            #expect(try await visit.get("/readyz").status == 200)
            let status = try await visit.get("/api/v1/status")
            #expect(status.text.contains(#""version":"1.2.3""#))
            #expect(status.text.contains(#""npm""#))
            premises.catalogue.fail(with: DiskFull())
            #expect(try await visit.get("/readyz").status == 503)
            #expect(try await visit.get("/healthz").status == 200)
            premises.catalogue.fail(with: nil)
        }
    }

    @Test("a decision is recorded under the token's name, and in force")
    func decide() async throws {
        publish()
        try await premises.open { visit async throws in
            let path = "/npm/left/-/left-1.0.0.tgz"
            #expect(try await visit.get(path).status == 403)
            let queue = try await visit.get("/api/v1/queue", [Self.token])
            #expect(queue.text.contains("pkg:npm/left@1.0.0"))
            let body = #"{"action":"admit","purl":"pkg:npm/left@1.0.0","reason":"read it","claimedBy":"grace"}"#
            let decided = try await visit.ask(RawRequest(.POST, "/api/v1/decisions", [Self.token], body: body))
            #expect(decided.status == 201)
            #expect(try await visit.get(path).status == 200)
            let why = try await visit.get("/api/v1/why?purl=pkg%3Anpm/left@1.0.0")
            #expect(why.text.contains("admitted-by-person") && why.text.contains("ada/grace"))
            let downloads = try await visit.get("/api/v1/downloads?purl=pkg:npm/left", [Self.token])
            #expect(downloads.text.contains("127.0.0.1"))
        }
        #expect(try await premises.catalogue.decisions().map(\.actor) == ["ada/grace"])
    }

    @Test(
        "what makes no sense is refused with a sentence",
        arguments: [
            "", "{", "[]", "{}", #"{"action":"explode","reason":"x"}"#, #"{"action":"deny","reason":"x"}"#,
            #"{"action":"deny","purl":"left","reason":"x"}"#,
            #"{"action":"admit","purl":"pkg:npm/left@1.0.0","reason":"x","expires":"yesterday"}"#,
            #"{"action":"thaw","reason":"x"}"#,
        ]
    )
    func badBodies(body: String) async throws {
        try await premises.open { visit async throws in
            let response = try await visit.ask(RawRequest(.POST, "/api/v1/decisions", [Self.token], body: body))
            #expect(response.status == 400)
            #expect(response.text.contains("\"error\""))
        }
        #expect(try await premises.catalogue.decisions() == [])
    }

    @Test("a body above 64 KiB is refused", arguments: [(0, 201), (1, 400)])
    func largeBody(beyond: Int, status: Int) async throws {
        try await premises.open { visit async throws in
            let start = #"{"action":"deny","purl":"pkg:npm/left","reason":"x""#
            let fill = String(repeating: " ", count: 64 * 1_024 - start.utf8.count - 1 + beyond)
            let response = try await visit.ask(
                RawRequest(.POST, "/api/v1/decisions", [Self.token], body: start + fill + "}")
            )
            #expect(response.status == status)
        }
    }

    @Test(
        "a query that says too little is refused",
        arguments: [
            "/api/v1/why", "/api/v1/why?purl=left", "/api/v1/why?purl=pkg:npm/left", "/api/v1/queue?limit=0",
            "/api/v1/queue?limit=1001", "/api/v1/queue?limit=x", "/api/v1/downloads",
        ]
    )
    func badQueries(target: String) async throws {
        try await premises.open { visit async throws in
            #expect(try await visit.get(target, [Self.token]).status == 400)
        }
    }
}
