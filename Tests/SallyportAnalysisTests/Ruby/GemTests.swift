import SallyportArchive
import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("Gems, what they state")
struct GemTests {
    private static let decoder = "require \"base64\"\neval(Base64.decode64(\"cHV0cyAx\" + ENV.fetch(\"A\", \"\")))\n"

    private func codes(_ report: Report, _ reach: Reach? = nil) -> Set<FactCode> {
        Set(report.facts.filter { reach == nil || $0.reach == reach }.map(\.code))
    }

    @Test("digests that are not those of the files are refused, and a list that leaves one out")
    func checksums() {
        let files = ["lib/sample.rb": "puts 1\n"]
        #expect(!codes(Sample.report(gem: Sample.gem(files))).contains(.archiveUnreadable))
        let other = Sample.gem(files, checksum: { String($0.reversed()) })
        #expect(codes(Sample.report(gem: other)).contains(.archiveUnreadable))
        let bare = Sample.gem(files, checksum: { _ in "" })
        #expect(codes(Sample.report(gem: bare)).contains(.archiveUnreadable))
        // Digests of which none can be checked: the tools that wrote SHA-1 wrote SHA-512 beside it.
        for algorithm in ["SHA1", "MD5", "SHA-256"] {
            let report = Sample.report(gem: Sample.gem(files, algorithm: algorithm))
            #expect(codes(report).contains(.archiveUnreadable), "\(algorithm)")
        }
        #expect(codes(Sample.report(gem: Sample.gem(files, algorithm: "SHA512"))).contains(.archiveUnreadable))
    }

    @Test("gems of tools that stated SHA-512 alone are checked by it")
    func oldChecksums() throws {
        let specification = Gzip.compress(Array("name: a\n".utf8).span, level: 6)
        let data = TarBuilder().file("lib/a.rb", "").gzipped()
        func members(_ change: (String) -> String) throws -> GemMembers {
            let sums = [("metadata.gz", specification), ("data.tar.gz", data)].map { name, bytes in
                "  \(name): \(change(TestHashing().sha512(bytes.span)?.hex ?? ""))\n"
            }
            let text = "---\nSHA1:\n  metadata.gz: unread\nSHA512:\n" + sums.joined()
            let gem = TarBuilder().file("metadata.gz", bytes: specification).file("data.tar.gz", bytes: data)
                .file("checksums.yaml.gz", bytes: Gzip.compress(Array(text.utf8).span, level: 6))
            return try GemMembers(gem.bytes().span, limits: .standard)
        }
        #expect(GemChecksums.agree(try members { $0 }, TestHashing()))
        #expect(!GemChecksums.agree(try members { String($0.reversed()) }, TestHashing()))
        #expect(!GemChecksums.agree(try members { $0 }, StandInHashing()))
    }

    @Test("a folder of the load path that the specification writes as Base64 still has its plug-in run")
    func binaryFolder() {
        let text = "name: sample\nversion: 1.0.0\nrequire_paths:\n- !binary \"b3RoZXI=\"\n"
        let report = Sample.report(gem: Sample.gem(["other/rubygems_plugin.rb": Self.decoder], specification: text))
        #expect(report.hooks.map(\.command) == ["other/rubygems_plugin.rb"])
    }

    @Test("what is asked for as a gem is read as one, whatever stands first in it")
    func format() {
        let artifact = InspectedArtifact(ecosystem: .gem, filename: "sample-1.0.0.gem")
        let report = Sample.inspector.inspect(Sample.npm([:]).span, artifact: artifact)
        #expect(!report.facts.isEmpty && report.kind != "gem")
        let gem = Sample.inspector.inspect(Sample.gem(["lib/sample.rb": ""]).span, artifact: artifact)
        #expect(
            gem.manifest == Manifest(name: "sample", version: "1.0.0") && gem.files.map(\.path) == ["lib/sample.rb"]
        )
    }

    @Test(
        "an extension runs at the installation, by whatever builds it",
        arguments: ["ext/sample/extconf.rb", "ext/Rakefile", "ext/mkrf_conf.rb", "extconf.rb"]
    )
    func extensions(path: String) {
        let report = Sample.report(gem: Sample.gem([path: Self.decoder, "lib/sample.rb": ""], extensions: [path]))
        #expect(report.hooks.map(\.trigger) == ["extension"])
        #expect(codes(report, .install).contains(.chainDecodeExecute), "\(report.facts)")
    }

    @Test("an extension's own files are followed from its folder and from the load path")
    func followed() {
        let files = [
            "ext/s/extconf.rb": "require 'mkmf'\nrequire_relative 'setup/a'\ncreate_makefile('s')\n",
            "ext/s/setup/a.rb": "load File.expand_path('../b.rb', __FILE__)\n", "ext/s/setup/b.rb": Self.decoder,
        ]
        let report = Sample.report(gem: Sample.gem(files, extensions: ["ext/s/extconf.rb"]))
        #expect(codes(report, .install).contains(.chainDecodeExecute), "\(report.facts)")
    }

    @Test("a plug-in of RubyGems runs at every command")
    func plugin() {
        let report = Sample.report(gem: Sample.gem(["lib/rubygems_plugin.rb": Self.decoder]))
        #expect(report.hooks.map(\.trigger) == ["rubygems_plugin"])
        #expect(codes(report, .install).contains(.chainDecodeExecute))
        #expect(Sample.report(gem: Sample.gem(["test/rubygems_plugin.rb": Self.decoder])).hooks.isEmpty)
    }

    @Test("what a program requires is loaded, and a specification that can't be read is said")
    func loaded() {
        let report = Sample.report(
            gem: Sample.gem(["lib/sample.rb": "require 'sample/a'", "lib/sample/a.rb": Self.decoder])
        )
        #expect(codes(report, .load).contains(.chainDecodeExecute) && report.hooks.isEmpty)
        let broken = Sample.gem(
            ["ext/a/extconf.rb": Self.decoder],
            specification: "name: a\nversion: 1.0.0\nextensions: [ext/a/extconf.rb]\n"
        )
        let found = codes(Sample.report(gem: broken), .install)
        #expect(found.isSuperset(of: [.manifestUnreadable, .chainDecodeExecute]))
    }

    @Test("an extension that is not there, or of no known kind, is not passed over")
    func unreadable() {
        for path in ["ext/none/extconf.rb", "ext/thing.bin"] {
            let report = Sample.report(
                gem: Sample.gem(["lib/sample.rb": "", "ext/thing.bin": "x"], extensions: [path])
            )
            #expect(codes(report, .install).contains(.hookUnreadable), "\(path): \(report.facts)")
        }
    }

    @Test("dependencies of the installation, not of development")
    func dependencies() {
        let extra = """
            dependencies:
            - !ruby/object:Gem::Dependency
              name: rack
              requirement: !ruby/object:Gem::Requirement
                requirements:
                - - ">="
                  - !ruby/object:Gem::Version
                    version: '2'
              type: :runtime
            - !ruby/object:Gem::Dependency
              name: rake
              type: :development

            """
        let report = Sample.report(gem: Sample.gem(["lib/sample.rb": ""], extra: extra))
        #expect(report.dependencies.map(\.name) == ["rack"] && report.dependencies.first?.requirement == ">= 2")
    }
}
