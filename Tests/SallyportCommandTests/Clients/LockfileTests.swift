import SallyportUpstream
import Testing

@testable import sallyport

@Suite("Lockfiles")
struct LockfileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let text: String
        let origins: [String: Int]

        init(_ file: String, _ text: String, _ origins: [String: Int]) {
            self.file = file
            self.text = text
            self.origins = origins
        }

        var testDescription: String { file }
    }

    static let cases: [Case] = [
        Case(
            "package-lock.json",
            """
            {"packages":{"node_modules/a":{"resolved":"https://r.example.invalid/a/-/a-1.0.0.tgz","integrity":"x"},
            "node_modules/b": {"resolved": "https://u:p@R.example.invalid:443/b/-/b-1.0.0.tgz"},
            "node_modules/c": {"funding": {"url": "https://fund.example.invalid"}},
            "node_modules/d": {"resolved": "git+ssh://git@git.example.invalid/d.git#0"}}}
            """,
            ["https://r.example.invalid": 2]
        ),
        Case(
            "yarn.lock",
            "a@^1:\n  version \"1\"\n  resolved \"https://r.example.invalid/a/-/a-1.tgz#0\"\n",
            ["https://r.example.invalid": 1]
        ),
        Case(
            "pnpm-lock.yaml",
            "  /a/1: \n    resolution: {integrity: x, tarball: http://10.0.0.1:4873/a.tgz}\n",
            ["http://10.0.0.1:4873": 1]
        ),
        Case(
            "uv.lock",
            """
            source = { registry = "https://r.example.invalid/simple" }
            sdist = { url = "https://f.example.invalid/a.tar.gz", hash = "x" }
            """,
            ["https://r.example.invalid": 1, "https://f.example.invalid": 1]
        ),
        Case("poetry.lock", "url = \"https://r.example.invalid/simple\"\n", ["https://r.example.invalid": 1]),
        Case(
            "Pipfile.lock",
            "\"sources\": [{\"url\": \"https://r.example.invalid/simple\"}]",
            ["https://r.example.invalid": 1]
        ),
        Case(
            "requirements-dev.txt",
            """
            # see https://docs.example.invalid
            --index-url https://r.example.invalid/simple
            --extra-index-url=https://s.example.invalid/simple
            six==1.17.0  # https://home.example.invalid
            acme @ https://f.example.invalid/acme.whl
            """,
            ["https://r.example.invalid": 1, "https://s.example.invalid": 1, "https://f.example.invalid": 1]
        ),
    ]

    @Test("the origins that a client would ask are counted, and nothing else is", arguments: cases)
    func origins(_ given: Case) throws {
        let kind = try #require(LockfileKind(filename: given.file))
        let found = LockfileScan(given.text, kind: kind).addresses()
        #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.key.origin.description, $0.value) }) == given.origins)
    }

    @Test("the server's own addresses lead past nobody")
    func ownAddresses() throws {
        let folder = try ScratchFolder()
        try folder.write("package-lock.json", #"{"resolved": "http://127.0.0.1:7259/npm/a/-/a-1.tgz"}"#)
        try folder.write("notes.txt", "--index-url https://r.example.invalid\n")
        #expect(Lockfiles(folder: folder.path).findings(besides: "http://127.0.0.1:7259").isEmpty)
        let findings = Lockfiles(folder: folder.path).findings(besides: "http://127.0.0.1:1")
        #expect(findings.map(\.file) == ["package-lock.json"])
        #expect(findings.first?.isReplaceable == false, "npm would ask for /npm/npm/a")
        #expect(findings.first?.sentence.contains("replace-registry-host") == false)
    }

    @Test("npm is told to replace the host that its lockfile names most often")
    func replacedHost() throws {
        let folder = try ScratchFolder()
        let many = "https://many.example.invalid/@s/a/-/a-1.tgz"
        let few = "https://few.example.invalid/a/-/a-1.tgz"
        let below = "https://below.example.invalid/npm/a/-/a-1.tgz"
        try folder.write(
            "package-lock.json",
            [few, many, many, below, below, below].map { "{\"resolved\": \"\($0)\"}" }.joined(separator: ",")
        )
        let findings = Lockfiles(folder: folder.path).findings(besides: "http://127.0.0.1:7259")
        #expect(
            findings.map(\.origin.host) == ["below.example.invalid", "many.example.invalid", "few.example.invalid"]
        )
        #expect(Lockfiles.npmHostToReplace(in: findings) == "many.example.invalid")
        #expect(Lockfiles.npmHostToReplace(in: []) == nil)
        let redirected = findings.filter { $0.isRedirected(byReplacing: "many.example.invalid") }
        #expect(redirected.map(\.origin.host) == ["many.example.invalid"])
    }

    @Test("a private gate's address leaves the lockfile with the gate, and nothing else changes")
    func passingAddress() throws {
        let folder = try ScratchFolder()
        let gate = "http://127.0.0.1:40001/npm/"
        let text = #"{"a":"\#(gate)a/-/a-1.tgz","b":"http://127.0.0.1:40001/other","c":"\#(gate)@s/c/-/c-1.tgz"}"#
        let file = try folder.write("package-lock.json", text)
        try folder.write("uv.lock", "registry = \"http://127.0.0.1:40001/pypi/simple/\"\n")
        let address = PassingAddress(gate: GateAddresses(base: "http://127.0.0.1:40001"), folder: folder.path)
        address.replace(byRegistry: "https://r.example.invalid/")
        #expect(address.remaining() == ["uv.lock"])
        #expect(
            try FileContent.text(file, bytesMax: 1_000)
                == #"{"a":"https://r.example.invalid/a/-/a-1.tgz","b":"http://127.0.0.1:40001/other","#
                + #""c":"https://r.example.invalid/@s/c/-/c-1.tgz"}"#
        )
    }

    @Test("a text that is all marks is read in one pass")
    func hostile() throws {
        let text = String(repeating: #""resolved":"http"#, count: 100_000) + #""resolved":"https://"#
        #expect(LockfileScan(text, kind: .npm).addresses().isEmpty)
    }
}
