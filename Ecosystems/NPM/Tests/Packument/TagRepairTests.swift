import SallyportEcosystem
import Testing

@testable import EcosystemNPM

@Suite("A tag whose version is withheld")
struct TagRepairTests {
    struct Case: CustomTestStringConvertible {
        let what: String
        let versions: String
        let tags: [(String, String)]
        let withheld: String
        let expected: String

        var testDescription: String { what }
    }

    static let cases = [
        Case(
            what: "falls back on its line",
            versions: "1.0.0 1.1.0 1.2.0 2.0.0",
            tags: [("latest", "1.2.0")],
            withheld: "1.2.0",
            expected: #"{"latest":"1.1.0"}"#
        ),
        Case(
            what: "does not rise above what the publisher chose",
            versions: "1.0.0 1.1.0 1.2.0",
            tags: [("latest", "1.1.0")],
            withheld: "1.1.0",
            expected: #"{"latest":"1.0.0"}"#
        ),
        Case(
            what: "rises on its line when nothing is below on it",
            versions: "1.0.0 2.0.0 2.0.1",
            tags: [("latest", "2.0.0")],
            withheld: "2.0.0",
            expected: #"{"latest":"2.0.1"}"#
        ),
        Case(
            what: "falls to the line below when its own is gone",
            versions: "0.9.0 1.4.0 1.5.0 2.0.0",
            tags: [("latest", "2.0.0")],
            withheld: "2.0.0",
            expected: #"{"latest":"1.5.0"}"#
        ),
        Case(
            what: "has a line for each minor below 1.0",
            versions: "0.3.9 0.4.0 0.4.1 0.5.0",
            tags: [("latest", "0.4.1")],
            withheld: "0.4.1",
            expected: #"{"latest":"0.4.0"}"#
        ),
        Case(
            what: "never becomes a pre-release",
            versions: "1.0.0 2.0.0-rc.1 2.0.0",
            tags: [("latest", "2.0.0")],
            withheld: "2.0.0",
            expected: #"{"latest":"1.0.0"}"#
        ),
        Case(
            what: "stays on its channel when it was a pre-release",
            versions: "1.0.0 2.0.0-beta.1 2.0.0-next.5 2.0.0-beta.2",
            tags: [("latest", "1.0.0"), ("beta", "2.0.0-beta.2")],
            withheld: "2.0.0-beta.2",
            expected: #"{"latest":"1.0.0","beta":"2.0.0-beta.1"}"#
        ),
        Case(
            what: "is dropped when its channel is gone",
            versions: "1.0.0 2.0.0-beta.2",
            tags: [("latest", "1.0.0"), ("beta", "2.0.0-beta.2")],
            withheld: "2.0.0-beta.2",
            expected: #"{"latest":"1.0.0"}"#
        ),
        Case(
            what: "is a stable release when it is latest and its channel is gone",
            versions: "1.0.0 2.0.0-beta.2",
            tags: [("latest", "2.0.0-beta.2")],
            withheld: "2.0.0-beta.2",
            expected: #"{"latest":"1.0.0"}"#
        ),
        Case(
            what: "is dropped when only newer lines are left",
            versions: "1.0.0 2.0.0",
            tags: [("latest", "2.0.0"), ("old", "1.0.0")],
            withheld: "1.0.0",
            expected: #"{"latest":"2.0.0"}"#
        ),
        Case(
            what: "is dropped when nothing is left",
            versions: "1.0.0",
            tags: [("latest", "1.0.0")],
            withheld: "1.0.0",
            expected: "{}"
        ),
        Case(
            what: "is repaired as well when it led nowhere before",
            versions: "1.0.0 1.2.0",
            tags: [("latest", "1.1.0"), ("broken", "no version")],
            withheld: "",
            expected: #"{"latest":"1.0.0"}"#
        ),
        Case(
            what: "compares old spellings",
            versions: "1.0.0beta1 1.0.0beta2",
            tags: [("latest", "1.0.0beta2")],
            withheld: "1.0.0beta2",
            expected: #"{"latest":"1.0.0beta1"}"#
        ),
    ]

    @Test(arguments: cases)
    func moves(_ example: Case) throws {
        let small = SmallPackument(
            versions: example.versions.split(separator: " ").map(String.init),
            tags: example.tags
        )
        let withheld = example.withheld.split(separator: " ").map(String.init)
        #expect(try small.index().text(.distTags, withholding: withheld) == example.expected)
    }

    @Test("Ten thousand tags on twenty thousand versions move in time")
    func bounded() throws {
        let versions = (0..<2_000).map { "1.\($0).0" }
        let tags = (0..<2_000).map { ("tag\($0)", "1.\($0).0") }
        let index = try SmallPackument(versions: versions, tags: tags).index()
        let view = index.view(withholding: [])
        let odd = IndexView(
            mountURL: view.mountURL,
            standings: index.artifacts.indices.map { $0 % 2 == 0 ? .visible : .withheld("no") }
        )
        let repaired = TagRepair(index: index, view: odd).repaired()
        #expect(repaired.count == 2_000)
        #expect(repaired.allSatisfy { $0.position % 2 == 0 })
    }
}
