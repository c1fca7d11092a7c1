import Foundation
import SallyportPolicy
import Testing

@Suite("docs/policy.md")
struct ReferenceTests {
    private static var url: URL {
        URL(filePath: #filePath).appending(path: "../../../docs/policy.md").standardized
    }

    /// The generated sections, by the name between their marks.
    private static let generated = [
        "rules": PolicyReference.ruleTable(),
        "sentences": PolicyReference.sentenceTable(),
        "standard": "```yaml\n\(PolicyReference.standardFile())```\n",
    ]

    /// The page, written anew first when `SALLYPORT_WRITE_DOCS` is set in the environment.
    private static let page = Result {
        var page = try String(contentsOf: url, encoding: .utf8)
        guard ProcessInfo.processInfo.environment["SALLYPORT_WRITE_DOCS"] != nil else { return page }
        for (name, text) in generated {
            guard let begin = page.range(of: "<!-- begin \(name) -->\n"),
                let end = page.range(of: "<!-- end \(name) -->")
            else { continue }
            page.replaceSubrange(begin.upperBound..<end.lowerBound, with: text)
        }
        try page.write(to: url, atomically: true, encoding: .utf8)
        return page
    }

    /// The lines between `<!-- begin NAME -->` and `<!-- end NAME -->`.
    private func section(_ name: String) throws -> String {
        let page = try Self.page.get()
        let begin = try #require(page.range(of: "<!-- begin \(name) -->\n"))
        let end = try #require(page.range(of: "<!-- end \(name) -->"))
        return String(page[begin.upperBound..<end.lowerBound])
    }

    @Test("agrees with the rules; write it anew with SALLYPORT_WRITE_DOCS=1", arguments: generated.keys.sorted())
    func generatedSections(name: String) throws {
        #expect(try section(name) == Self.generated[name])
    }

    @Test("holds a complete policy file that reads back as the default")
    func standardFile() throws {
        #expect(try Policy(yaml: PolicyReference.standardFile(), file: "docs/policy.md") == .standard)
        for rule in RuleCatalogue.all { #expect(PolicyReference.standardFile().contains("\n  \(rule.code): ")) }
    }

    @Test("holds examples that are valid")
    func examples() throws {
        let blocks = try Self.page.get().components(separatedBy: "```yaml\n").dropFirst()
        #expect(blocks.count >= 2)
        for block in blocks {
            let yaml = block.components(separatedBy: "```").first ?? ""
            #expect(throws: Never.self) { try Policy(yaml: yaml, file: "docs/policy.md") }
        }
    }
}
