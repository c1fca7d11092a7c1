import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Names that could be taken for others")
struct NameFactTests {
    private func details(
        _ name: String,
        in ecosystem: Ecosystem = .npm,
        own: [String] = [],
        known: [String] = []
    ) throws -> [String] {
        let surroundings = Surroundings(
            release: ReleaseStatement(version: "1.0.0"),
            ownNames: own,
            knownNames: known
        )
        return NameFacts.facts(of: try #require(Package(ecosystem, name)), surroundings).map(\.detail)
    }

    @Test(
        "are recognised by how they are made",
        arguments: [
            ("crossenv", "separator: beside cross-env"), ("expresss", "typo: beside express"),
            ("electorn", "typo: beside electron"), ("1odash", "homoglyph: beside lodash"),
            ("babel-preset-reactt", "typo: beside babel-preset-react"), ("discord.js-node", "affix: beside discord.js"),
            ("plain-crypto-js", "affix: beside crypto-js"), ("easy-day-js", "affix: beside dayjs"),
            ("typescript-eslint-parser", "scope: beside @typescript-eslint/parser"),
            ("lodash-axios", "join: beside lodash and axios"),
        ]
    )
    func npm(_ name: String, _ detail: String) throws {
        #expect(try details(name).contains(detail))
    }

    @Test(
        "are recognised among Python's",
        arguments: [("reqeusts", "typo"), ("python-requests", "affix"), ("djang0", "homoglyph")]
    )
    func pypi(_ name: String, _ kind: String) throws {
        let found = try details(name, in: .pypi)
        #expect(found.first?.hasPrefix(kind) == true, "\(found)")
    }

    @Test(
        "are recognised among gems",
        arguments: [
            ("rest_client", "separator: beside rest-client"), ("activesuport", "typo: beside activesupport"),
            ("nok0giri", "homoglyph: beside nokogiri"), ("ruby-devise", "affix: beside devise"),
        ]
    )
    func gems(_ name: String, _ detail: String) throws {
        #expect(try details(name, in: .gem).contains(detail))
    }

    @Test(
        "are not told of a dependency of Python that is only written otherwise",
        arguments: ["PySocks", "Flask_Login"]
    )
    func spelling(_ name: String) throws {
        let surroundings = Surroundings(release: ReleaseStatement(version: "1.0.0"))
        let package = try #require(Package(.pypi, "demo"))
        #expect(NameFacts.facts(ofDependencies: [name], of: package, surroundings).isEmpty)
        #expect(NameFacts.facts(ofDependencies: ["Reqeusts"], of: package, surroundings).count == 1)
    }

    @Test(
        "are none of those that are widely used themselves, short, numbered or of the same scope",
        arguments: [
            "colors", "color", "preact", "inquirer", "enquirer", "@babel/helpers", "rxjs", "md6", "left-pad", "sample",
        ]
    )
    func honest(_ name: String) throws {
        #expect(try details(name).isEmpty)
    }

    @Test("no widely used name is a look-alike", arguments: [Ecosystem.npm, .pypi, .gem])
    func lists(_ ecosystem: Ecosystem) throws {
        let names = UsedNames.of(ecosystem).forms.map(\.text)
        #expect(names.count > 500)
        #expect(Set(names).count == names.count)
        for name in names { #expect(try details(name, in: ecosystem).isEmpty, "\(name)") }
    }

    @Test("of the owner are guarded: their scope left out, misspelled, or their name")
    func own() throws {
        let own = ["@acme/*", "acme-billing"]
        #expect(try details("acme-tools", own: own) == ["own: scope of @acme/*"])
        #expect(try details("@acmee/tools", own: own) == ["own: typo of @acme/*"])
        #expect(try details("acme-biling", own: own).contains("own: typo of acme-billing"))
        #expect(try details("@acme/tools", own: own).isEmpty)
        #expect(try details("acme-billing", own: own).isEmpty)
        #expect(try details("other-tools", own: own).isEmpty)
    }

    @Test("of what this installation knows are compared by their letters")
    func known() throws {
        #expect(try details("invoice-kitt", known: ["invoice-kit"]) == ["typo: beside invoice-kit"])
        #expect(try details("invoice-kit", known: ["invoice-kit", "invoice-kitt"]).isEmpty)
        #expect(try details("invoice-kit-js", known: ["invoice-kit"]).isEmpty)
    }

    @Test(
        "letters that differ are counted as people exchange them",
        arguments: [
            ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abcd", 1), ("abc", "xbc", 1), ("abcd", "badc", 2),
            ("", "ab", 2),
        ]
    )
    func distance(_ left: String, _ right: String, _ distance: Int) {
        #expect(EditDistance.of(Array(left.utf8), Array(right.utf8), atMost: 3) == distance)
        if distance > 1 { #expect(EditDistance.of(Array(left.utf8), Array(right.utf8), atMost: 1) > 1) }
    }
}
