import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("Versions agree with `packaging`", .enabled(if: try PackagingOracle.isNeeded(), "\(PackagingOracle.absence)"))
struct PackagingAgreementTests {
    @Test(
        "reading, the normal form, the order and pre-releases of generated versions",
        arguments: [1, 2, 3] as [UInt64]
    )
    func generatedVersions(seed: UInt64) throws {
        var generator = GeneratedVersions(seed: seed)
        let texts = (0..<1_000).map { index in index % 3 == 0 ? generator.plain() : generator.wild() }
        try compare(texts)
    }

    @Test("the same of every version that real indexes list", arguments: Fixture.projects)
    func realVersions(project: String) throws {
        let package = try #require(Package(.pypi, project))
        let versions = try Fixture.lines("filenames/\(project).txt").compactMap { name in
            try? Distribution(filename: name, of: package).version.description
        }
        #expect(versions.count > 100)
        try compare(Array(Set(versions)).sorted())
    }

    @Test("generated clauses over generated versions", arguments: [4, 5] as [UInt64])
    func generatedClauses(seed: UInt64) throws {
        var generator = GeneratedVersions(seed: seed)
        let candidates = (0..<100).map { _ in generator.plain() }
        let clauses = ["", ">=0", ">=0.dev0"] + (0..<250).map { _ in generator.clauses() }
        try compare(clauses, over: candidates)
    }

    @Test("generated clauses over every version that real indexes list", arguments: Fixture.projects)
    func realClauses(project: String) throws {
        let package = try #require(Package(.pypi, project))
        let versions = try Fixture.lines("filenames/\(project).txt").compactMap { name in
            try? Distribution(filename: name, of: package).version
        }
        let candidates = Array(Set(versions)).sorted().map(\.description)
        let comparisons = ["==", "!=", "<=", ">=", "<", ">", "~="]
        var clauses: [String] = []
        for index in stride(from: 0, to: candidates.count, by: max(1, candidates.count / 16)) {
            clauses += comparisons.map { $0 + candidates[index] }
            let prefix = candidates[index].split(separator: ".").prefix(2).joined(separator: ".")
            clauses += ["==\(prefix).*", "!=\(prefix).*", ">=\(prefix),!=\(candidates[index])"]
        }
        try compare(clauses, over: candidates)
    }

    @Test("versions of real file names", arguments: Fixture.projects)
    func realFilenames(project: String) throws {
        let package = try #require(Package(.pypi, project))
        let names = try Fixture.lines("filenames/\(project).txt")
        let oracle = try #require(try PackagingOracle.ask(.init(files: names)).files)
        for (name, expected) in zip(names, oracle) {
            let version = (try? Distribution(filename: name, of: package))?.version.description
            // We know the project's name, so we read source distributions whose version has a dash; it does not.
            if expected != nil || name.hasSuffix(".whl") { #expect(version == expected, "\(name)") }
        }
    }

    private func compare(_ texts: [String]) throws {
        let oracle = try PackagingOracle.ask(.init(versions: texts))
        let versions = texts.map(PythonVersion.init)
        let ranks = ranks(versions)
        for (index, text) in texts.enumerated() {
            #expect(versions[index]?.description == oracle.normal?[index], "`\(text)`")
            #expect(ranks[index] == oracle.ranks?[index], "`\(text)`")
            #expect(versions[index]?.isPrerelease ?? false == oracle.prerelease?[index], "`\(text)`")
        }
    }

    private func ranks(_ versions: [PythonVersion?]) -> [Int?] {
        let known = Set(versions.compactMap { $0 }).sorted()
        let position = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
        return versions.map { $0.flatMap { position[$0] } }
    }

    private func compare(_ clauses: [String], over texts: [String]) throws {
        let oracle = try PackagingOracle.ask(.init(clauses: clauses, candidates: texts))
        let versions = texts.compactMap(PythonVersion.init)
        try #require(versions.count == texts.count)
        for (index, text) in clauses.enumerated() {
            guard let set = PythonSpecifierSet(text) else {
                #expect(oracle.matches?[index] == nil, "`\(text)` is refused here and read there")
                continue
            }
            let chosen = Set(set.filter(versions).map(\.description))
            let every = versions.map { set.contains($0, prereleases: true) ? "1" : "0" }.joined()
            let byDefault = versions.map { chosen.contains($0.description) ? "1" : "0" }.joined()
            #expect([every, byDefault] == oracle.matches?[index], "`\(text)`")
        }
    }
}
