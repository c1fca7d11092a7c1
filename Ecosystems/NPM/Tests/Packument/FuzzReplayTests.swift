import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("What the fuzzer starts from, and what it once found")
struct FuzzReplayTests {
    static let files: [URL] = ["Corpus", "FailCases"].flatMap { part -> [URL] in
        let folder = NodeOracle.project.appending(path: "Fuzz/\(part)/FuzzPackument")
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).filter { !$0.lastPathComponent.hasPrefix(".") }
    }

    @Test("renders to JSON that reads back as what is visible", arguments: files)
    func replay(_ file: URL) throws {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard let index = try? SmallPackument.parse(text) else { return }
        for hidden in [Set<Int>(), Set(index.artifacts.indices), Set(index.artifacts.indices.filter { $0 % 2 == 0 })] {
            let view = IndexView(
                mountURL: SmallPackument.view,
                standings: index.artifacts.indices.map { hidden.contains($0) ? .withheld("held") : .visible }
            )
            let visible = index.artifacts.indices.filter { !hidden.contains($0) }.map { index.artifacts[$0] }
            for form in [IndexForm.full, .abbreviated] {
                let body = index.render(form, view: view).body
                let again = try SmallPackument.parse(String(decoding: body, as: UTF8.self))
                #expect(again.artifacts.map(\.artifact) == visible.map(\.artifact))
                #expect(again.artifacts.map(\.digests) == visible.map(\.digests))
                #expect(again.omissions.isEmpty)
            }
        }
    }
}
