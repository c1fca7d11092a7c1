import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Gems, beside what their index says of them")
struct GemAgreementTests {
    /// Two dependencies, as RubyGems writes them, and one of development.
    private static let dependencies = """
        dependencies:
        - !ruby/object:Gem::Dependency
          name: rack
          requirement: !ruby/object:Gem::Requirement
            requirements:
            - - "~>"
              - !ruby/object:Gem::Version
                version: '5.0'
            - - ">="
              - !ruby/object:Gem::Version
                version: 5.0.1
          type: :runtime
        - !ruby/object:Gem::Dependency
          name: any
          requirement: !ruby/object:Gem::Requirement
            requirements:
            - - ">="
              - !ruby/object:Gem::Version
                version: '0'
          type: :runtime
        - !ruby/object:Gem::Dependency
          name: minitest
          requirement: !ruby/object:Gem::Requirement
            requirements:
            - - ">="
              - !ruby/object:Gem::Version
                version: '0'
          type: :development

        """

    private func differences(_ stated: [(String, String)]) -> [String] {
        let gem = Sample.gem(["lib/sample.rb": "puts 1\n"], extra: Self.dependencies)
        let statement = IndexStatement(
            dependencies: stated.map { IndexStatement.Requirement(name: $0.0, requirement: $0.1, role: "runtime") }
        )
        return Sample.report(gem: gem, stated: statement).facts.filter { $0.code == .manifestMismatch }.map(\.detail)
    }

    @Test(
        "the same in another order and spelling is the same",
        arguments: [">= 5.0.1, ~> 5.0", "~> 5.0, >= 5.0.1", "~>5.0,>=5.0.1"],
        [">= 0", "> 0.0.0", ""]
    )
    func same(rack: String, any: String) {
        #expect(differences([("any", any), ("rack", rack)]) == [])
    }

    @Test("what differs is a fact: more on the page, less, another range")
    func other() {
        #expect(
            differences([("any", ">= 0"), ("rack", "~> 5.0, >= 5.0.1"), ("thief", ">= 0")])
                == ["only the index depends on thief"]
        )
        #expect(differences([("rack", "~> 5.0, >= 5.0.1")]) == ["the index does not depend on any"])
        #expect(differences([("any", "= 1"), ("rack", "~> 5.0, >= 5.0.1")]) == ["the index depends on another any"])
        #expect(differences([("any", ""), ("rack", "~> 5.0")]) == ["the index depends on another rack"])
        #expect(
            differences([("any", ""), ("minitest", ">= 0"), ("rack", "~> 5.0, >= 5.0.1")])
                == ["only the index depends on minitest"]
        )
    }

    @Test("without an index nothing is compared")
    func alone() {
        let gem = Sample.gem(["lib/sample.rb": "puts 1\n"], extra: Self.dependencies)
        #expect(!Sample.report(gem: gem).facts.contains { $0.code == .manifestMismatch })
    }

    @Test("a signature that the release before had, and this one has not, is a lost provenance")
    func signature() throws {
        let package = try #require(Package(.gem, "sample"))
        let release = try #require(Release(package, "1.0.0"))
        func report(_ isSigned: Bool, chain: Bool = true) -> Report {
            let extra = chain && isSigned ? "cert_chain:\n- |\n  -----BEGIN CERTIFICATE-----\n" : "cert_chain: []\n"
            return Sample.report(gem: Sample.gem(["lib/sample.rb": "puts 1\n"], extra: extra, isSigned: isSigned))
        }
        func facts(_ report: Report, after previous: Report?) -> [String] {
            let surroundings = Surroundings(release: ReleaseStatement(version: "1.0.0", publishedAt: nil), others: [])
            return SurroundingFacts.facts(surroundings, of: release, report: report, previous: previous)
                .filter { $0.code == .indexProvenanceLost }.map(\.detail)
        }
        #expect(report(true).facts.contains { $0.code == .manifestSigned })
        // Signatures without a certificate are nobody's.
        #expect(!report(true, chain: false).facts.contains { $0.code == .manifestSigned })
        #expect(facts(report(false), after: report(true)) == ["no signature, and 1.0.0 had one"])
        #expect(facts(report(true), after: report(true)) == [])
        #expect(facts(report(false), after: report(false)) == [])
        #expect(facts(report(true), after: report(false)) == [])
        #expect(facts(report(false), after: nil) == [])
    }
}
