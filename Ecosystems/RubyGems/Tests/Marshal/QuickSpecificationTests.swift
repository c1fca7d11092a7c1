import SallyportArchive
import SallyportLexing
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemRubyGems

@Suite("Specifications for older clients")
struct QuickSpecificationTests {
    private static let yaml = """
        --- !ruby/object:Gem::Specification
        name: demo
        version: !ruby/object:Gem::Version
          version: 1.2.0
        platform: ruby
        authors:
        - One
        - "Two \\u00e9"
        autorequire:
        bindir: bin
        cert_chain: []
        date: 2024-05-01 00:00:00.000000000 Z
        dependencies:
        - !ruby/object:Gem::Dependency
          name: rack
          requirement: !ruby/object:Gem::Requirement
            requirements:
            - - ">="
              - !ruby/object:Gem::Version
                version: '1.0'
            - - "<"
              - !ruby/object:Gem::Version
                version: '4'
          type: :runtime
          prerelease: false
          version_requirements: !ruby/object:Gem::Requirement
            requirements:
            - - ">="
              - !ruby/object:Gem::Version
                version: '1.0'
            - - "<"
              - !ruby/object:Gem::Version
                version: '4'
        - !ruby/object:Gem::Dependency
          name: rake
          requirement: !ruby/object:Gem::Requirement
            requirements:
            - - "~>"
              - !ruby/object:Gem::Version
                version: '13.0'
          type: :development
          prerelease: false
          version_requirements: !ruby/object:Gem::Requirement
            requirements:
            - - "~>"
              - !ruby/object:Gem::Version
                version: '13.0'
        description: |
          Two lines
          of text
        email: one@example.invalid
        executables: []
        extensions: []
        extra_rdoc_files: []
        files:
        - lib/demo.rb
        homepage: https://example.invalid
        licenses:
        - MIT
        metadata:
          source_code_uri: https://example.invalid/source
          rubygems_mfa_required: 'true'
        post_install_message:
        rdoc_options: []
        require_paths:
        - lib
        required_ruby_version: !ruby/object:Gem::Requirement
          requirements:
          - - ">="
            - !ruby/object:Gem::Version
              version: '2.5'
        required_rubygems_version: !ruby/object:Gem::Requirement
          requirements:
          - - ">="
            - !ruby/object:Gem::Version
              version: '0'
        requirements: []
        rubygems_version: 3.3.15
        signing_key:
        specification_version: 4
        summary: made for a test
        test_files: []

        """

    private func gem(_ yaml: String) -> [UInt8] {
        let data = Gzip.compress(TarBuilder().file("lib/demo.rb", "").bytes().span, level: 1)
        return TarBuilder().file("metadata.gz", bytes: Gzip.compress(Array(yaml.utf8).span, level: 1))
            .file("data.tar.gz", bytes: data).bytes()
    }

    private func artifact(
        _ name: String = "demo",
        _ version: String = "1.2.0",
        platform: String? = nil
    ) throws -> Artifact {
        let package = try #require(GemName.package(name))
        let filename = GemFilename.of(name, version, platform: platform)
        return try #require(Release(package, version).flatMap { Artifact($0, filename: filename) })
    }

    @Test("are loaded by Ruby and say what the gem says", .enabled(if: try RubyOracle.isNeeded()))
    func loaded() throws {
        let written = try #require(QuickSpecification.read(gem(Self.yaml).span, of: try artifact()))
        let lines = try RubyOracle.ask("load.rb", "quick", input: written).split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "Gem::Specification", "demo", "1.2.0", "ruby", "made for a test", #""Two lines\nof text\n""#,
                "2024-05-01",
                ">= 2.5", ">= 0", #"["One", "Two \#u{E9}"]"#, #"["one@example.invalid"]"#, #"["MIT"]"#,
                #"{"source_code_uri"=>"https://example.invalid/source", "rubygems_mfa_required"=>"true"}"#,
                #""https://example.invalid""#, "rack >= 1.0, < 4 runtime", "rake ~> 13.0 development", "true",
            ]
        )
    }

    @Test(
        "know a platform as RubyGems does",
        .enabled(if: try RubyOracle.isNeeded()),
        arguments: ["java", "x86_64-linux"]
    )
    func platforms(platform: String) throws {
        let yaml = Self.yaml.replacing("platform: ruby", with: "platform: \(platform)")
        let written = try #require(QuickSpecification.read(gem(yaml).span, of: try artifact(platform: platform)))
        #expect(QuickSpecification.read(gem(yaml).span, of: try artifact()) == nil)
        #expect(QuickSpecification.read(gem(yaml).span, of: try artifact(platform: "arm64-darwin")) == nil)
        #expect(QuickSpecification.read(gem(Self.yaml).span, of: try artifact(platform: platform)) == nil)
        let lines = try RubyOracle.ask("load.rb", "quick", input: written).split(separator: "\n").map(String.init)
        #expect(lines.dropFirst(3).first == platform[...].description)
        #expect(lines.last == (platform == "java" ? "false" : "true"))
    }

    @Test("are not written for another gem, nor for bytes that are none")
    func refused() throws {
        #expect(QuickSpecification.read(gem(Self.yaml).span, of: try artifact("other")) == nil)
        #expect(QuickSpecification.read(gem(Self.yaml).span, of: try artifact("demo", "1.3")) == nil)
        #expect(QuickSpecification.read([1, 2, 3].span, of: try artifact()) == nil)
        for hostile in [
            "name: &a demo\n", "a: [[[[[", "name: *x\nversion: 1.0.0\n", "--- !ruby/object:Kernel\nname: demo\n",
        ] {
            #expect(QuickSpecification.read(gem(hostile).span, of: try artifact()) == nil)
        }
    }

    @Test("zlib without compression", arguments: [0, 1, 65_534, 65_535, 65_536, 200_000])
    func zlib(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let wrapped = StoredZlib.wrap(bytes.span)
        #expect(wrapped.count == count + 6 + max(1, (count + 65_534) / 65_535) * 5)
        #expect(Deflate.content(wrapped.span, limit: 1 << 20) == bytes)
    }
}
