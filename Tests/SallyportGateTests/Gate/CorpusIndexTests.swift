import Foundation
import SallyportAnalysis
import SallyportModel
import SallyportPolicy
import Testing

/// What the corpora of `Detection/` state of indexes, read as the gate's own.
@Suite("The indexes of the corpora")
struct CorpusIndexTests {
    private struct Case: Decodable {
        let ecosystem: String
        let name: String
        let bad: String?
        let next: String?
        let index: Surroundings?
        let indexGood: Surroundings?

        private enum CodingKeys: String, CodingKey {
            case ecosystem, name, bad, next, index
            case indexGood = "index_good"
        }
    }

    private static let folder = URL(filePath: #filePath).appending(path: "../../../../Detection").standardized

    private func cases(_ group: String) throws -> [(id: String, Case)] {
        let folder = Self.folder.appending(path: group)
        let ids = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return try ids.sorted().compactMap { id in
            guard let data = try? Data(contentsOf: folder.appending(path: "\(id)/case.json")) else { return nil }
            return (id, try JSONDecoder().decode(Case.self, from: data))
        }
    }

    private func facts(_ entry: Case) throws -> [Fact] {
        guard let index = entry.index else { return [] }
        let package = try #require(Package(Ecosystem(rawValue: entry.ecosystem), entry.name))
        let release = try #require(Release(package, entry.bad ?? entry.next ?? "1.0.0"))
        let empty = Report(
            engine: Inspector.engineVersion,
            kind: nil,
            manifest: nil,
            files: [],
            hooks: [],
            dependencies: [],
            facts: [],
            unpackedBytes: 0
        )
        return SurroundingFacts.facts(index, of: release, report: empty)
    }

    @Test("are in the form of the gate's own", arguments: ["attacks", "evasions", "lookalikes", "variants"])
    func read(_ group: String) throws {
        for (id, entry) in try cases(group) { #expect(throws: Never.self, "\(id)") { try facts(entry) } }
    }

    @Test("hold no honest release by themselves")
    func honest() throws {
        for (id, entry) in try cases("lookalikes") {
            let verdict = Policy.standard.contentVerdict(
                of: nil,
                facts: try facts(entry),
                delta: [],
                standing: .young
            )
            #expect(verdict.outcome == .admit, "\(id): \(verdict.reasons.map(\.sentence))")
        }
    }

    @Test("of takeovers show what is told of them")
    func takeovers() throws {
        let stated = try cases("attacks").filter { $0.1.index != nil }
        let silent = try stated.filter { try facts($0.1).isEmpty }
        // Those that came out of the project's own workflow show nothing, and are found by their content.
        #expect(stated.count < 10 || silent.count * 2 < stated.count, "\(silent.map(\.id))")
    }
}
