import Foundation
import SallyportAnalysis
import SallyportModel
import SallyportPolicy
import Testing

@Suite("docs/detection.md")
struct DetectionPageTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

    private static let table = FactCatalogue.table { RuleCatalogue.rules(matching: $0).map(\.code) }

    /// The page, its table written anew first when `SALLYPORT_WRITE_DOCS` is set in the environment.
    private static let page = Result {
        let url = root.appending(path: "docs/detection.md")
        var page = try String(contentsOf: url, encoding: .utf8)
        guard ProcessInfo.processInfo.environment["SALLYPORT_WRITE_DOCS"] != nil else { return page }
        if let begin = page.range(of: "<!-- begin facts -->\n"), let end = page.range(of: "<!-- end facts -->") {
            page.replaceSubrange(begin.upperBound..<end.lowerBound, with: table)
        }
        try page.write(to: url, atomically: true, encoding: .utf8)
        return page
    }

    @Test("lists the codes as the engine states them; write it anew with SALLYPORT_WRITE_DOCS=1")
    func facts() throws {
        let page = try Self.page.get()
        let begin = try #require(page.range(of: "<!-- begin facts -->\n"))
        let end = try #require(page.range(of: "<!-- end facts -->"))
        #expect(String(page[begin.upperBound..<end.lowerBound]) == Self.table)
    }

    @Test(
        "has room for every table that is measured",
        arguments: ["failures", "summary", "ecosystems", "wrong", "costs"]
    )
    func measured(name: String) throws {
        let page = try Self.page.get()
        #expect(page.contains("<!-- begin \(name) -->\n") && page.contains("<!-- end \(name) -->"))
    }

    @Test("explains every code that is declared, each once")
    func complete() throws {
        let folder = Self.root.appending(path: "Sources/SallyportAnalysis/Catalogue")
        var declared: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.lastPathComponent.hasPrefix("FactCode+") {
            let text = try String(contentsOf: file, encoding: .utf8)
            declared.formUnion(text.matches(of: /FactCode\(rawValue: "([a-z.-]+)"\)/).map { String($0.1) })
        }
        let explained = FactCatalogue.entries.map(\.code.rawValue)
        #expect(Set(explained) == declared)
        #expect(Set(explained).count == explained.count)
    }

    @Test("keeps its words within a row of a table")
    func words() {
        for entry in FactCatalogue.entries {
            #expect(entry.summary.hasSuffix("."), "\(entry.code)")
            #expect(!entry.summary.contains("|") && !entry.example.contains("|") && !entry.example.contains("`"))
            #expect(!entry.example.isEmpty, "\(entry.code)")
        }
    }
}
