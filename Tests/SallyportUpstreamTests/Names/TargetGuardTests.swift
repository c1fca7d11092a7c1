import Testing

@testable import SallyportUpstream

@Suite struct TargetGuardTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let upstream: String
        let upstreamAt: [String]
        let target: String
        let at: [String]
        let forbidden: AddressClass?
        var testDescription: String { "\(upstream) \(upstreamAt) → \(target) \(at)" }

        init(_ upstream: String, _ upstreamAt: [String], _ target: String, _ at: [String], _ forbidden: AddressClass?) {
            self.upstream = upstream
            self.upstreamAt = upstreamAt
            self.target = target
            self.at = at
            self.forbidden = forbidden
        }
    }

    static let publicUpstream: [Case] = [
        Case("https://r.example.invalid", ["1.1.1.1"], "http://127.0.0.1", ["127.0.0.1"], .loopback),
        Case("https://r.example.invalid", ["1.1.1.1"], "http://169.254.169.254", ["169.254.169.254"], .linkLocal),
        Case("https://r.example.invalid", ["1.1.1.1"], "http://f.example.invalid", ["10.0.0.1"], .privateNetwork),
        Case("https://r.example.invalid", ["1.1.1.1"], "http://f.example.invalid", ["1.1.1.1", "::1"], .loopback),
        Case("https://r.example.invalid", ["1.1.1.1"], "https://r.example.invalid:8443", ["10.0.0.1"], .privateNetwork),
        Case("https://r.example.invalid", ["1.1.1.1"], "http://f.example.invalid", ["100.64.0.1"], .carrierGrade),
        Case("https://r.example.invalid", ["1.1.1.1"], "http://f.example.invalid", ["0.0.0.0"], .unspecified),
        Case("https://r.example.invalid", ["1.1.1.1"], "http://f.example.invalid", ["64:ff9b::a00:1"], .privateNetwork),
        Case("https://r.example.invalid", ["1.1.1.1"], "https://f.example.invalid", ["8.8.8.8"], nil),
        Case("https://r.example.invalid", ["1.1.1.1"], "https://f.example.invalid", ["2606:4700::1"], nil),
        // The operator named it, so its address is nobody else's business; a rebound name is still the same name.
        Case("https://r.example.invalid", ["10.0.0.1"], "https://r.example.invalid", ["169.254.169.254"], nil),
    ]

    static let innerUpstream: [Case] = [
        Case("http://127.0.0.1:4873", ["127.0.0.1"], "http://127.0.0.1:4873", ["127.0.0.1"], nil),
        Case("http://127.0.0.1:4873", ["127.0.0.1"], "http://127.0.0.1:9000", ["127.0.0.1"], nil),
        Case("http://127.0.0.1:4873", ["127.0.0.1"], "http://localhost:4873", ["127.0.0.1"], nil),
        Case("http://127.0.0.1:4873", ["127.0.0.1"], "http://localhost:9000", ["127.0.0.1"], .loopback),
        Case("http://127.0.0.1:4873", ["127.0.0.1"], "http://127.0.0.2:4873", ["127.0.0.2"], .loopback),
        Case("http://127.0.0.1:4873", ["127.0.0.1"], "http://10.0.0.1", ["10.0.0.1"], .privateNetwork),
        Case("http://127.0.0.1:4873", ["127.0.0.1"], "http://169.254.169.254", ["169.254.169.254"], .linkLocal),
        Case("http://n.example.invalid", ["10.0.0.1"], "http://n.example.invalid:81", ["10.0.0.1"], nil),
        Case("http://n.example.invalid", ["10.0.0.1"], "http://n.example.invalid:81", ["127.0.0.1"], .loopback),
        Case("http://n.example.invalid", ["10.0.0.1"], "http://m.example.invalid", ["10.0.0.2"], .privateNetwork),
        Case("http://n.example.invalid", ["10.0.0.1"], "http://m.example.invalid", ["10.0.0.1"], nil),
        Case("http://n.example.invalid", ["10.0.0.1"], "https://f.example.invalid", ["8.8.8.8"], nil),
        Case(
            "http://n.example.invalid",
            ["10.0.0.1", "1.1.1.1"],
            "http://n.example.invalid:81",
            ["10.0.0.1"],
            .privateNetwork
        ),
        Case("http://n.example.invalid", [], "http://n.example.invalid:81", ["10.0.0.1"], .privateNetwork),
        Case("http://169.254.1.1", ["169.254.1.1"], "http://169.254.1.1:81", ["169.254.1.1"], .linkLocal),
    ]

    @Test(arguments: publicUpstream + innerUpstream)
    func judges(example: Case) throws {
        let upstream = try #require(WebURL(example.upstream)).origin
        let target = try #require(WebURL(example.target)).origin
        let forbidden = TargetGuard(upstream: upstream).forbids(
            target,
            at: example.at.compactMap { IPAddress($0) },
            upstreamAddresses: example.upstreamAt.compactMap { IPAddress($0) }
        )
        #expect(forbidden == example.forbidden)
    }
}
