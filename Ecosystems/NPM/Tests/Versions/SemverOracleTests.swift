import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

/// What node-semver says counts: npm resolves with it.
@Suite(
    "Versions and ranges agree with node-semver",
    .enabled(if: try NodeOracle.isNeeded(), "node and npm are not installed: node-semver could not be asked")
)
struct SemverOracleTests {
    struct Question: Encodable {
        let versions: [String]
        let ranges: [String]
    }

    struct Read: Decodable {
        let text: String
        let contains: String
    }

    struct Reply: Decodable {
        let strict: [String?]
        let loose: [String?]
        let compared: [Int?]
        let ranges: [[Read?]]
    }

    static let handmadeRanges = [
        "", "*", "x", "X.X", "1", "1.x", "1.2.x", "^1.2.3", "^0.2.3", "^0.0.3", "^0.0", "^0", "^1.x", "~1.2.3", "~1",
        "~0.2", "~> 1.2", ">=1.2.3 <2", ">1", ">1.2", "<=1.2", "<1", ">*", "<*", "<= *", "1.2.3 - 2.3.4", "1.2 - 2.3",
        "1 - 2", "* - 2", "1.2.3 - *", "1.2.3-beta - 2.3.4-rc", "v1.2.3", "=1.2.3", "= v1.2.3", "^1.2.3-beta.2",
        "~1.2.3-beta.2", "^0.0.3-beta", "1 || 2 || 3", "1||", "||", ">=0.0.0", ">=0.0.0-0", "<0.0.0-0", "<0.0.0-0 || 1",
        "1.2.3+build", ">=1.2.3+build", "blerg", "1.2.3 blerg", "^1.2 ^1", "> 1.2.3", "~ 1.2.3", "^ 1.2.3", "1.2.3*",
        "^9007199254740991", "^0.9007199254740991", ">9007199254740991.x", "<=9007199254740992", "1.2.3 - 1.2.3beta",
        ">=1.2.3beta", "1.2.34.5", "01.02.03", "^00.1.2", "1.2.3 || 1.2.3", "* 1.2.3", "git+ssh://host/x", "file:../x",
    ]

    @Test("on generated versions and ranges", arguments: 1...4)
    func generated(seed: Int) throws {
        var generator = VersionGenerator(seed: UInt64(seed))
        let ranges = (seed == 1 ? Self.handmadeRanges : []) + generator.ranges(400)
        try check(versions: generator.versions(250), ranges: ranges)
    }

    @Test("on every version of the real packuments", .enabled(if: NodeOracle.packuments != nil, "../shared is missing"))
    func real() throws {
        var versions: [String] = []
        for packument in try RealPackument.all() {
            versions += packument.index.artifacts.map(\.artifact.release.version)
        }
        #expect(versions.count > 1_000)
        try check(versions: versions, ranges: ["^1.0.0", "~2.1", ">=3.0.0-beta <5", "0.x", "*", "^0.2.0 || ^4"])
    }

    private func check(versions: [String], ranges: [String]) throws {
        let reply = try NodeOracle.ask("semver.js", Question(versions: versions, ranges: ranges), as: Reply.self)
        for (index, text) in versions.enumerated() {
            #expect(SemanticVersion(text)?.description == reply.strict[index], "`\(text)` read strictly")
            #expect(SemanticVersion(text, .loose)?.description == reply.loose[index], "`\(text)` read loosely")
        }
        for (index, expected) in reply.compared.enumerated() {
            let left = SemanticVersion(versions[index], .loose)
            let right = SemanticVersion(versions[index + 1], .loose)
            guard let left, let right, let expected else { continue }
            let order = left < right ? -1 : left == right ? 0 : 1
            #expect(order == expected, "`\(versions[index])` against `\(versions[index + 1])`")
        }
        for (index, text) in ranges.enumerated() {
            for (mode, expected) in reply.ranges[index].enumerated() {
                check(text, mode: mode, versions: versions, expected)
            }
        }
    }

    private func check(_ text: String, mode: Int, versions: [String], _ expected: Read?) {
        let reading = mode >= 2 ? SemanticVersion.Reading.loose : .strict
        let range = SemanticRange(text, reading, includesPrereleases: mode % 2 == 1)
        #expect(range?.description == expected?.text, "`\(text)`, \(reading), mode \(mode)")
        guard let range, let expected, range.description == expected.text else { return }
        let contains = String(versions.map { range.contains($0) ? "1" : "0" }.joined())
        guard contains != expected.contains else { return }
        let wrong = zip(versions, zip(contains, expected.contains)).filter { $1.0 != $1.1 }.map(\.0)
        Issue.record("`\(text)`, \(reading), mode \(mode), disagrees on \(wrong.prefix(5))")
    }
}
