import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemRubyGems

/// Documents of an upstream, made for a test.
enum PageForge {
    static let base = "http://127.0.0.1:9/mirror/"
    static let ecosystem = RubyGemsEcosystem(hashing: StandInHashing())

    static func digest(_ number: Int) -> String { String(repeating: String(number + 16, radix: 16), count: 32) }

    static func document(_ lines: [String], of name: String = "demo", supplement: String? = nil) -> IndexDocument {
        IndexDocument(
            body: Array((["---"] + lines).map { $0 + "\n" }.joined().utf8),
            contentType: "text/plain",
            url: "\(base)info/\(name)",
            supplement: supplement.map { Array($0.utf8) }
        )
    }

    static func line(_ label: String, _ number: Int = 0, _ more: String = "") -> String {
        "\(label) |checksum:\(digest(number))\(more)"
    }

    static func index(_ lines: [String], of name: String = "demo", supplement: String? = nil) throws -> GemIndex {
        let package = try #require(GemName.package(name))
        let document = document(lines, of: name, supplement: supplement)
        return try #require(try ecosystem.parseIndex(document, of: package) as? GemIndex)
    }

    /// Everything but what stands at these positions.
    static func view(of index: some PackageIndex, hiding hidden: Set<Int> = []) -> IndexView {
        IndexView(
            mountURL: "http://127.0.0.1:7259/rubygems",
            standings: index.artifacts.indices.map { hidden.contains($0) ? .withheld("Held by a test") : .visible }
        )
    }

    static func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }
}
