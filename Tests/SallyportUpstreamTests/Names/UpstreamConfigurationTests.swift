import SallyportModel
import Testing

@testable import SallyportUpstream

@Suite struct UpstreamConfigurationTests {
    @Test(arguments: [
        ("", UpstreamConfigurationError.Code.empty), ("registry.example.invalid", .unsupportedScheme),
        ("ftp://host/", .unsupportedScheme), ("file:///x", .unsupportedScheme), ("https://", .invalidURL),
        ("https://ho st/", .invalidURL), ("https://host:70000/", .invalidURL), ("https://host/?a=b", .unexpectedPart),
        ("https://host/#a", .unexpectedPart), ("https://u%zz:p@host/", .invalidCredentials),
        ("https://u%0a:p@host/", .invalidCredentials), ("https://us%3Aer:p@host/", .invalidCredentials),
    ])
    func saysWhatToWrite(text: String, code: UpstreamConfigurationError.Code) {
        let error = #expect(throws: UpstreamConfigurationError.self) { try UpstreamConfiguration(.npm, url: text) }
        #expect(error?.code == code)
        #expect(error?.description.hasPrefix("upstream of npm: ") == true)
    }

    @Test func refusesCredentialsTwice() {
        let error = #expect(throws: UpstreamConfigurationError.self) {
            try UpstreamConfiguration(.npm, url: "https://u:secret@host/", credentials: .bearer("t"))
        }
        #expect(error?.code == .twoCredentials)
        #expect(error?.description.contains("secret") == false)
    }

    @Test(arguments: ["", "a b", "a\nb", "ü"])
    func refusesTokensThatNoHeaderCarries(token: String) {
        let error = #expect(throws: UpstreamConfigurationError.self) {
            try UpstreamConfiguration(.npm, url: "https://host/", credentials: .bearer(token))
        }
        #expect(error?.code == .invalidCredentials)
    }

    @Test(arguments: [
        ("https://host", "https://host/"), ("https://host/npm", "https://host/npm/"),
        ("http://127.0.0.1:3141/simple/", "http://127.0.0.1:3141/simple/"),
    ])
    func endsTheBaseWithASlash(text: String, base: String) throws {
        #expect(try UpstreamConfiguration(.pypi, url: text).url.description == base)
    }

    @Test func takesCredentialsOutOfTheURL() throws {
        let upstream = try UpstreamConfiguration(.pypi, url: "https://me%40work:a%3Ab@host/simple")
        #expect(upstream.url.description == "https://host/simple/")
        #expect(upstream.credentials == .basic(user: "me@work", password: "a:b"))
        let token = try UpstreamConfiguration(.pypi, url: "https://token@host/simple")
        #expect(token.credentials == .basic(user: "token", password: ""))
    }

    @Test(arguments: [UpstreamCredentials.bearer("s3cret"), .basic(user: "s3cret", password: "s3cret")])
    func neverPrintsASecret(credentials: UpstreamCredentials) throws {
        let upstream = try UpstreamConfiguration(.npm, url: "https://host/", credentials: credentials)
        var dumped = ""
        dump(upstream, to: &dumped)
        #expect(!"\(upstream) \(String(reflecting: upstream)) \(credentials) \(dumped)".contains("s3cret"))
    }

    @Test func writesAuthorizationFields() {
        #expect(UpstreamCredentials.bearer("t").authorization == "Bearer t")
        #expect(UpstreamCredentials.basic(user: "user", password: "word").authorization == "Basic dXNlcjp3b3Jk")
    }
}
