import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("What the fuzzer of pages starts from, and what it once found")
struct FuzzReplayTests {
    private static let json = "application/vnd.pypi.simple.v1+json"
    private static let mount = "http://127.0.0.1:7259/pypi"

    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let files: [URL] = ["Corpus", "FailCases"].flatMap { part -> [URL] in
        let folder = project.appending(path: "Fuzz/\(part)/FuzzSimple")
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).filter { !$0.lastPathComponent.hasPrefix(".") }
    }

    @Test("is there")
    func seeds() {
        #expect(Self.files.count >= 4)
    }

    @Test("renders in both forms to pages that read back as the same files", arguments: files)
    func replay(_ file: URL) throws {
        let package = try #require(Package(.pypi, "demo"))
        let body = Array(try Data(contentsOf: file))
        let type = body.first == UInt8(ascii: "{") ? Self.json : "text/html"
        guard let index = try? parse(body, type, package) else { return }
        for step in 0..<3 {
            let standings = index.artifacts.indices.map {
                step == 1 || step == 2 && $0 % 2 == 0 ? Standing.withheld("Held by Sallyport") : .visible
            }
            for (form, type) in [("json", Self.json), ("html", "text/html")] {
                let answer = index.render(IndexForm(form), view: IndexView(mountURL: Self.mount, standings: standings))
                let again = try parse(answer.body, type, package)
                #expect(again.artifacts.map(\.artifact) == index.artifacts.map(\.artifact))
                #expect(again.artifacts.map(\.digests.first) == index.artifacts.map(\.digests.first))
                #expect(again.artifacts.allSatisfy { $0.url.hasPrefix(Self.mount) })
            }
        }
    }

    private func parse(_ body: [UInt8], _ contentType: String, _ package: Package) throws -> any PackageIndex {
        let url = "https://registry.example.invalid/simple/demo/"
        return try PyPIEcosystem().parseIndex(
            IndexDocument(body: body, contentType: contentType, url: url),
            of: package
        )
    }
}
