import Testing

@testable import sallyport

@Suite("Clients' settings files")
struct SettingsFileTests {
    private static let gate = GateAddresses(base: "http://127.0.0.1:7259/")

    struct Case: Sendable, CustomTestStringConvertible {
        let client: PackageClient
        let name: String
        let before: String
        let after: String

        init(_ client: PackageClient, _ name: String, _ before: String, _ after: String) {
            self.client = client
            self.name = name
            self.before = before
            self.after = after
        }

        var testDescription: String { "\(client.rawValue): \(name)" }
    }

    private static let npmLine = "registry=http://127.0.0.1:7259/npm/\n"
    private static let pipLine = "index-url = http://127.0.0.1:7259/pypi/simple/\n"
    private static let uvLines = "[[index]]\nurl = \"http://127.0.0.1:7259/pypi/simple/\"\ndefault = true\n"

    private static let gemLines = ":sources:\n- http://127.0.0.1:7259/rubygems/\n"
    private static let bundlerLine = "BUNDLE_MIRROR__ALL: \"http://127.0.0.1:7259/rubygems/\"\n"

    static let cases: [Case] = [
        Case(.gem, "an empty file", "", "---\n" + gemLines),
        Case(
            .gem,
            "other settings stay, other sources go",
            "---\n:backtrace: false\n:sources:\n- https://a.invalid/\n  - https://b.invalid/\n:verbose: true\n",
            "---\n:backtrace: false\n\(gemLines):verbose: true\n"
        ),
        Case(.gem, "a list on the same line", ":sources: [\"https://a.invalid/\"]\n", gemLines),
        Case(.bundler, "an empty file", "", "---\n" + bundlerLine),
        Case(
            .bundler,
            "the mirror is replaced, and no longer probed",
            "---\nBUNDLE_PATH: \"vendor\"\nBUNDLE_MIRROR__ALL: \"https://a.invalid/\"\n"
                + "BUNDLE_MIRROR__ALL__FALLBACK_TIMEOUT: \"true\"\n",
            "---\nBUNDLE_PATH: \"vendor\"\n" + bundlerLine
        ),
        Case(.npm, "an empty file", "", npmLine),
        Case(
            .npm,
            "comments, tokens and scopes stay",
            "; ours\n//registry.example.invalid/:_authToken=${T}\n@acme:registry=https://a.invalid/\n",
            "; ours\n//registry.example.invalid/:_authToken=${T}\n@acme:registry=https://a.invalid/\n" + npmLine
        ),
        Case(
            .npm,
            "the old registry goes, wherever and however often it stands",
            "registry = https://a.invalid/\nsave-exact=true\nregistry=https://b.invalid/\n",
            "save-exact=true\n" + npmLine
        ),
        Case(.npm, "a last line without its end", "save-exact=true", "save-exact=true\n" + npmLine),
        Case(.npm, "a commented registry is none", "#registry=x\n", "#registry=x\n" + npmLine),
        Case(.pip, "an empty file", "", "[global]\n" + pipLine),
        Case(.pip, "other sections stay", "[install]\nuser = true\n", "[install]\nuser = true\n[global]\n" + pipLine),
        Case(
            .pip,
            "the old index goes with its continuation",
            "[global]\ntimeout = 60\nindex_url =\n    https://a.invalid/simple\n[install]\nindex-url = x\n",
            "[global]\ntimeout = 60\n" + pipLine + "[install]\nindex-url = x\n"
        ),
        Case(.pip, "a section without it", "[global]\ntimeout = 60\n", "[global]\n" + pipLine + "timeout = 60\n"),
        Case(.uv, "an empty file", "", uvLines),
        Case(.uv, "other settings stay", "offline = false\n", "offline = false\n\n" + uvLines),
        Case(
            .uv,
            "the default index is changed, a named one stays",
            "[[index]]\nname = \"acme\"\nurl = \"https://a.invalid\"\n\n"
                + "[[index]]\nurl = \"https://b.invalid\"\ndefault = true\n[pip]\nstrict = true\n",
            "[[index]]\nname = \"acme\"\nurl = \"https://a.invalid\"\n\n" + uvLines + "[pip]\nstrict = true\n"
        ),
    ]

    @Test("the client is pointed at the gate, and every other line stays", arguments: cases)
    func pointed(_ given: Case) throws {
        #expect(try given.client.pointed(given.before, at: Self.gate) == given.after)
    }

    @Test("pointing twice changes nothing", arguments: cases)
    func idempotent(_ given: Case) throws {
        #expect(try given.client.pointed(given.after, at: Self.gate) == given.after)
    }

    @Test(
        "a uv.toml that names its index in another way is left alone",
        arguments: ["index-url", "index", "extra-index-url"]
    )
    func conflict(key: String) {
        #expect(throws: SettingsConflict.self) {
            try PackageClient.uv.pointed("\(key) = \"https://a.invalid\"\n[pip]\n", at: Self.gate)
        }
    }

    @Test("a key below a table of uv.toml is another key")
    func keyInTable() throws {
        let text = "[pip]\nindex-url = \"https://a.invalid\"\n"
        #expect(try PackageClient.uv.pointed(text, at: Self.gate) == text + "\n" + Self.uvLines)
    }

    @Test("pip is told to trust a gate without TLS on another machine, and no other")
    func trustedHost() throws {
        func pointed(_ base: String) throws -> String {
            try PackageClient.pip.pointed("", at: GateAddresses(base: base))
        }
        #expect(
            try pointed("http://packages.example.invalid:7259").contains("trusted-host = packages.example.invalid\n")
        )
        #expect(try !pointed("https://packages.example.invalid").contains("trusted-host"))
        #expect(try !pointed("http://localhost:7259").contains("trusted-host"))
    }

    @Test("settings of pip that lead past the gate are found")
    func secondSources() {
        let text = "[global]\nextra_index_url = https://a.invalid\n# find-links = x\n"
        #expect(PipSettingsFile.secondSources(in: text) == ["extra-index-url"])
    }
}
