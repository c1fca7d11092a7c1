import SallyportLexing
import Testing

@Suite("Gem specifications")
struct GemSpecificationTests {
    private static let plain = """
        --- !ruby/object:Gem::Specification
        name: sample
        version: !ruby/object:Gem::Version
          version: 1.2.3
        platform: ruby
        authors:
        - A "quoted" person
        autorequire:
        bindir: exe
        cert_chain: []
        date: 2022-09-06 00:00:00.000000000 Z
        dependencies:
        - !ruby/object:Gem::Dependency
          name: rack
          requirement: &id001 !ruby/object:Gem::Requirement
            requirements:
            - - "~>"
              - !ruby/object:Gem::Version
                version: '5.0'
            - - ">="
              - !ruby/object:Gem::Version
                version: 5.0.1
          type: :runtime
          prerelease: false
          version_requirements: *id001
        - !ruby/object:Gem::Dependency
          name: minitest
          requirement: !ruby/object:Gem::Requirement
            none: false
            requirements:
            - - ">="
              - !ruby/object:Gem::Version
                version: '0'
          type: :development
        description: |
          Several lines
          extensions:
          - none of these
        email: 'one
          of two lines'
        executables:
        - sample
        extensions:
        - ext/sample/extconf.rb
        - 'ext/b/extconf.rb'
        files:
        - lib/sample.rb
        - "lib/a b.rb"
        homepage: http://example.invalid
        post_install_message: "Thanks\\n for \\
          it"
        require_paths:
        - lib
        - ext
        summary: A text: with a colon
        test_files: []
        """

    private func read(_ text: String) throws -> GemSpecification { try GemSpecification(Array(text.utf8).span) }

    @Test("reads what RubyGems writes")
    func whole() throws {
        let found = try read(Self.plain)
        #expect(found.name == "sample" && found.version == "1.2.3" && found.platform == "ruby")
        #expect(found.commandFolder == "exe" && found.executables == ["sample"])
        #expect(found.extensions == ["ext/sample/extconf.rb", "ext/b/extconf.rb"])
        #expect(found.requirePaths == ["lib", "ext"] && found.files == ["lib/sample.rb", "lib/a b.rb"])
        #expect(found.dependencies.map(\.name) == ["rack", "minitest"])
        #expect(found.dependencies.map(\.requirement) == ["~> 5.0, >= 5.0.1", ">= 0"])
        #expect(found.dependencies.map(\.isDevelopment) == [false, true])
        #expect(found.postInstallMessage == "Thanks\n for it" && !found.isSigned)
    }

    @Test(
        "refuses what YAML could read in another way",
        arguments: [
            "", "version: 1\n", "name: a\n", "name: a\nversion: 1\nname: b\n",
            "name: a\nversion: 1\nextensions: [ext/extconf.rb]\n",
            "name: a\nversion: 1\n\"extensions\":\n- x\n", "name: a\nversion: 1\n? extensions\n: - x\n",
            "name: a\nversion: 1\nextensions: *x\n", "name: a\nversion: 1\nextensions:\n- *x\n",
            "name: a\nversion: 1\nextensions: &x\n- [a]\n", "name: a\nversion: 1\n<<: *base\n",
            "name: a\nversion: 1\n---\nname: b\n",
            "name: a\nversion: 1\n\textensions:\n", "name: {a: b}\nversion: 1\n", "name: a\nversion: 1\nsummary: \"x\n",
            "name: a\nversion: 1\nsummary: \"x\\q\"\n", "name: a\nversion: 1\nsummary: 'x' y\n",
            "%YAML 1.1\n---\nname: a\nversion: 1\n",
            "name: a\nversion: *v\n", "{name: a, version: 1}\n", "name: a\nversion: 1\nexecutables:\n- a: b\n",
        ]
    )
    func refused(text: String) {
        #expect(throws: GemSpecification.Failure.self) { try read(text) }
    }

    @Test("a quoted text hides what stands in its lines, as it does for YAML")
    func hidden() throws {
        let text =
            "name: a\nversion: 1\nsummary: \"x\nextensions:\n- ext/a/extconf.rb\n\"\nextensions:\n- ext/b/extconf.rb\n"
        #expect(try read(text).extensions == ["ext/b/extconf.rb"])
        let other = "name: a\nversion: 1\nsummary: \"x\\\"\"\nextensions:\n- ext/b/extconf.rb\n"
        #expect(try read(other).extensions == ["ext/b/extconf.rb"])
        let block = "name: a\nversion: 1\nsummary: >-\n  x\n\n extensions:\nextensions:\n- ext/c/extconf.rb\n"
        #expect(try read(block).extensions == ["ext/c/extconf.rb"])
    }

    @Test("the form of old tools: versions as texts, no load path")
    func old() throws {
        let found = try read("name: a\nversion: '1.0'\ncert_chain:\n- |\n  -----BEGIN\n  x\nrequire_paths: []\n")
        #expect(found.version == "1.0" && found.requirePaths == ["lib"] && found.isSigned)
    }

    @Test("reads garbage without harm", arguments: 0..<32)
    func garbage(seed: UInt64) {
        var generator = Shuffle(seed: seed)
        let pieces = [
            "name: a", "\n", "- ", "  ", "version:", "\"", "'", "|", ">", "&a ", "*a", "!t ", "[", "{", ":", "#", "---",
            "\t", "é", "\\",
        ]
        for _ in 0..<50 {
            let text = (0..<generator.next(below: 30)).map { _ in pieces[generator.next(below: pieces.count)] }.joined()
            _ = try? read(text)
        }
    }
}
