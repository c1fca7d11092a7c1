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
            "", "version: 1.0.0\n", "name: a\n", "name: a\nversion: 1.0.0\nname: b\n",
            "name: a\nversion: 1.0.0\nextensions: [ext/extconf.rb]\n",
            "name: a\nversion: 1.0.0\n\"extensions\":\n- x\n", "name: a\nversion: 1.0.0\n? extensions\n: - x\n",
            "name: a\nversion: 1.0.0\nextensions: *x\n", "name: a\nversion: 1.0.0\nextensions:\n- *x\n",
            "name: a\nversion: 1.0.0\nextensions: &x\n- [a]\n", "name: a\nversion: 1.0.0\n<<: *base\n",
            "name: a\nversion: 1.0.0\n---\nname: b\n",
            "name: a\nversion: 1.0.0\n\textensions:\n", "name: {a: b}\nversion: 1.0.0\n",
            "name: a\nversion: 1.0.0\nsummary: \"x\n",
            "name: a\nversion: 1.0.0\nsummary: \"x\\q\"\n", "name: a\nversion: 1.0.0\nsummary: 'x' y\n",
            "%YAML 1.1\n---\nname: a\nversion: 1.0.0\n",
            "name: a\nversion: *v\n", "{name: a, version: 1}\n", "name: a\nversion: 1.0.0\nexecutables:\n- a: b\n",
        ]
    )
    func refused(text: String) {
        #expect(throws: GemSpecification.Failure.self) { try read(text) }
    }

    @Test(
        "refuses what hides a key from a reader of lines, and not from YAML",
        arguments: [
            // Breaks that YAML 1.1 knows.
            "# c\u{2028}extensions:\u{2028}- ext/extconf.rb\n", "# c\u{85}extensions:\u{85}- ext/extconf.rb\n",
            "summary: a\u{2029}extensions:\u{2029}- ext/extconf.rb\n", "summary: 'a' # c\u{2028}bindir: b\n",
            "description: |\n  a\u{2028}extensions:\u{2028}- ext/extconf.rb\n",
            // Quotes that stand in a plain text, or in brackets.
            "x: [ \"a\nz: \"]\nextensions:\n- ext/extconf.rb\nhomepage: \"#\"\n",
            "x: {a: 'b\nz: '}\nextensions:\n- ext/extconf.rb\nhomepage: '#'\n",
            "x:\n  ? 'abc\n  : '\nextensions:\n- ext/extconf.rb\nhomepage: '#'\n",
            "x: &a b\ny:\n  *a : 'z\nextensions: []\nw: '\n",
            // Blocks whose indentation counts from elsewhere.
            "bindir: !binary\n  |\n  ZXhl\n", "x: | y\n  z\n", "x: |10\n  z\n",
            // Keys and values that a tag makes others.
            "!binary \"ZXh0ZW5zaW9ucw==\":\n- ext/extconf.rb\n", "!x summary: y\n",
            "require_paths:\n- !ruby/sym lib\n", "require_paths:\n- !!set lib\n", "require_paths:\n- !binary \"x\"\n",
            // Objects that RubyGems does not make, wherever they stand.
            "summary: !ruby/object:Kernel {}\n", "metadata: !ruby/hash:Other\n  a: b\n",
            "summary:\n- - !ruby/object:Proc x\n", "date: !ruby/regexp /a/\n",
            "require_paths:\n- !bin%61ry bGli\n", "bindir: !ruby/object:Gem::Version exe\n",
            // Texts over several lines where a path stands.
            "require_paths:\n- |-\n lib\n", "bindir: >-\n  exe\n", "bindir: 'a\u{2028}b'\n",
            "require_paths:\n- 'a\n\n  b'\n", "require_paths:\n- \"a\\\n\n  b\"\n",
            "require_paths:\n- !binary #x\n  bGli\n",
            "require_paths:\n- !binary\r  bGli\n", "bindir: !binary\n  ZXhl\n", "require_paths:\n- a\n-\n  - lib\n",
            "require_paths:\n- ? lib\n",
        ]
    )
    func hiding(text: String) {
        #expect(throws: GemSpecification.Failure.self) { try read("name: a\nversion: 1.0.0\n" + text) }
    }

    @Test("refuses a whole specification on the line that begins the document")
    func marker() throws {
        let text = "--- {name: b, extensions: [ext/extconf.rb], x: 'y\nname: a\nversion: 1.0.0\nx: y'}\n"
        #expect(throws: GemSpecification.Failure.self) { try read(text) }
        #expect(try read("--- !ruby/object:Gem::Specification # c\nname: a\nversion: 1.0.0\n").name == "a")
        #expect(try read("--- # c\nname: a\nversion: 1.0.0\n").name == "a")
    }

    @Test("gives what Ruby gives of texts that go on, stand below their key, or have a tag")
    func values() throws {
        let head = "name: a\nversion: 1.0.0\n"
        let quoted = try read(head + "summary: a\n  \"\nextensions:\n- ext/extconf.rb\nhomepage: \"#\"\n")
        #expect(quoted.extensions == ["ext/extconf.rb"])
        let marked = try read(head + "summary: a\n  |\n  x\n  - y\nextensions:\n- ext/extconf.rb\n")
        #expect(marked.extensions == ["ext/extconf.rb"])
        let below = try read(head + "bindir:\n  'exe'\nextensions:\n-\n  ext/extconf.rb\n-\n  \"b\"\n")
        #expect(below.commandFolder == "exe" && below.extensions == ["ext/extconf.rb", "b"])
        let tagged = try read(head + "require_paths:\n- !binary \"bGli\"\n- !binary |-\n  ZXh0\n- ! b\n- !str 'c'\n")
        #expect(tagged.requirePaths == ["lib", "ext", "b", "c"])
        let comments = try read(head + "require_paths:\n- lib\t# x\nbindir: # none\nextensions: # c\n- a # d\n")
        #expect(comments.requirePaths == ["lib"] && comments.commandFolder == "bin" && comments.extensions == ["a"])
        let long = try read(head + "files:\n- a long name\n  over two lines\n- 'another\n  one'\n")
        #expect(long.files == ["a long name over two lines", "another one"])
        let escapes = try read(head + "files:\n- \"a\\ \n  b\"\n- \"a \r\n  b\"\n- \"a\\\n  b\"\n")
        #expect(escapes.files == ["a  b", "a b", "ab"])
        let breaks = try read(head + "summary: 'x\u{2028}  y'\ndescription: |-\n  x\u{2028}  y\n  z\nlicenses: []\n")
        #expect(breaks.name == "a")
        let platform = try read(head + "platform: !ruby/object:Gem::Platform\n  cpu: x86\n  os: linux\n  version:\n")
        #expect(platform.platform == "x86-linux")
    }

    @Test("a block of text in a list of maps ends where the next key of the map stands")
    func blockInMap() throws {
        let found = try read(
            "name: a\nversion: 1.0.0\ndependencies:\n- name: b\n  requirement: |\n    x\n  type: :development\n"
        )
        #expect(found.dependencies.map(\.isDevelopment) == [true])
        let first = try read("name: a\nversion: 1.0.0\nx:\n- y: |\n   text\n  z: 'w'\nextensions:\n- ext/extconf.rb\n")
        #expect(first.extensions == ["ext/extconf.rb"])
    }

    @Test("a quoted text hides what stands in its lines, as it does for YAML")
    func hidden() throws {
        let text =
            "name: a\nversion: 1.0.0\nsummary: \"x\nextensions:\n- ext/a/extconf.rb\n\"\nextensions:\n- ext/b/extconf.rb\n"
        #expect(try read(text).extensions == ["ext/b/extconf.rb"])
        let other = "name: a\nversion: 1.0.0\nsummary: \"x\\\"\"\nextensions:\n- ext/b/extconf.rb\n"
        #expect(try read(other).extensions == ["ext/b/extconf.rb"])
        let block = "name: a\nversion: 1.0.0\nsummary: >-\n  x\n\n extensions:\nextensions:\n- ext/c/extconf.rb\n"
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
