import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("Pages in JSON")
struct JSONPageTests {
    @Test(
        "that are none are refused",
        arguments: [
            ("", "json-unexpected-end"), ("[]", "json-wrong-kind"), ("{", "json-unexpected-end"), ("{}", "simple-json"),
            (#"{"meta":{},"name":"demo","files":[]}"#, "simple-json"),
            (#"{"meta":{"api-version":"1.0"},"files":[]}"#, "simple-json"),
            (#"{"meta":{"api-version":"1.0"},"name":"demo"}"#, "simple-json"),
            (#"{"meta":{"api-version":"1.0"},"name":"other","files":[]}"#, "simple-json"),
            (#"{"meta":{"api-version":"2.0"},"name":"demo","files":[]}"#, "simple-api-version"),
            (#"{"meta":{"api-version":"1"},"name":"demo","files":[]}"#, "simple-api-version"),
            (#"{"meta":{"api-version":"1.x"},"name":"demo","files":[]}"#, "simple-api-version"),
            (#"{"meta":{"api-version":1.0},"name":"demo","files":[]}"#, "simple-json"),
            (#"{"meta":{"api-version":"1.0"},"name":"demo","files":{}}"#, "json-wrong-kind"),
            (#"{"meta":{"api-version":"1.0"},"name":"demo","files":[],"files":[]}"#, "json-duplicate-key"),
            (#"{"meta":{"api-version":"1.0"},"name":"demo","files":[]} x"#, "json-trailing-data"),
            (#"{"meta":[],"name":"demo","files":[]}"#, "json-wrong-kind"),
        ]
    )
    func refused(body: String, code: String) {
        #expect(PageForge.code(PageForge.document(json: body)) == code)
    }

    @Test("nested deeper than the limit are refused", arguments: [(31, nil), (32, "json-too-deep")])
    func depth(count: Int, code: String?) {
        let nested = String(repeating: "[", count: count) + String(repeating: "]", count: count)
        #expect(PageForge.code(PageForge.json([], members: ",\"x\":\(nested)")) == code)
    }

    @Test(
        "leave out files that can't be trusted, and say so",
        arguments: [
            ("1", "is no object"), ("{}", "has no `filename` or no `url`"),
            (#"{"filename":"demo-1.0.tar.gz"}"#, "has no `filename` or no `url`"),
            (PageForge.file("other-1.0.tar.gz"), "does not carry the project's name"),
            (PageForge.file("demo-1.0-py2.7.egg"), "is no wheel"),
            (PageForge.file("demo-x.tar.gz"), "carries no version"),
            (PageForge.file("demo-1.0-py3-none.whl"), "is not named as the wheel format asks"),
            (PageForge.file("demo- 1.0.tar.gz"), "has a name that can't be used"),
            (PageForge.file("demo-1.0\\u00e9.tar.gz"), "carries no version"),
            (PageForge.file("demo-1.0.tar.gz", digest: "a1"), "has a `sha256` that is none"),
            (
                #"{"filename":"demo-1.0.tar.gz","url":"x","hashes":{"md5":"d41d8cd98f00b204e9800998ecf8427e"}}"#,
                "has no SHA-256"
            ),
            (#"{"filename":"demo-1.0.tar.gz","url":"x","hashes":{}}"#, "has no SHA-256"),
            (#"{"filename":"demo-1.0.tar.gz","url":"x"}"#, "has no SHA-256"),
            (#"{"filename":"demo-1.0.tar.gz","url":"file:///etc/passwd","hashes":{}}"#, "links to no http"),
            (
                #"{"filename":"demo-1.0.tar.gz","url":"https://u:p@registry.example.invalid/x","hashes":{}}"#,
                "links to no http"
            ),
            (#"{"filename":"demo-1.0.tar.gz","url":"a\nb","hashes":{}}"#, "links to no http"),
            (
                PageForge.file("demo-1.0.tar.gz", #","requires-python":"\#(String(repeating: ">", count: 4_097))""#),
                "at too great length"
            ),
        ]
    )
    func omitted(file: String, why: String) throws {
        let index = try PageForge.read(PageForge.json([file, PageForge.file("demo-2.0.tar.gz")]))
        #expect(index.artifacts.map(\.artifact.filename) == ["demo-2.0.tar.gz"])
        #expect(index.omissions.count == 1 && index.omissions[0].contains(why), "\(index.omissions)")
    }

    @Test("leave out a file that is listed twice with different contents, and take one that is repeated")
    func duplicates() throws {
        let other = String(repeating: "b2", count: 32)
        let (one, two) = (PageForge.file("demo-1.0.tar.gz"), PageForge.file("demo-1.0.tar.gz", digest: other))
        #expect(try PageForge.read(PageForge.json([one, one])).artifacts.count == 1)
        #expect(try PageForge.read(PageForge.json([one, two])).artifacts.isEmpty)
        #expect(try PageForge.read(PageForge.json([one, two, one])).artifacts.isEmpty)
    }

    @Test("give every field of a file")
    func fields() throws {
        let members = """
            ,"size":1234,"upload-time":"2026-01-02T03:04:05.678901Z","requires-python":">=3.8","yanked":"broken\\n\\u001b[31m build",\
            "core-metadata":{"sha256":"\(PageForge.digest)"},\
            "provenance":"https://registry.example.invalid/integrity/demo/1.0/demo-1.0-py3-none-any.whl/provenance"
            """
        let file = try #require(
            try PageForge.read(PageForge.json([PageForge.file("demo-1.0-py3-none-any.whl", members)])).files.first
        )
        #expect(file.indexed.url == "https://registry.example.invalid/files/demo-1.0-py3-none-any.whl")
        #expect(file.indexed.digests.map(\.description) == ["sha256:\(PageForge.digest)"])
        #expect(file.indexed.size == 1_234)
        #expect(file.indexed.publishedAt == Instant("2026-01-02T03:04:05.678Z"))
        #expect(file.uploadTime == "2026-01-02T03:04:05.678901Z")
        #expect(file.indexed.companionDigest?.hex == PageForge.digest)
        #expect(file.requiresPython == ">=3.8")
        #expect(file.yank == .because("broken  [31m build"))
        #expect(file.hasProvenance)
        #expect(file.indexed.artifact.release.version == "1.0")
    }

    @Test(
        "offer attestations only from where a request for them is passed on to",
        arguments: [
            ("/integrity/demo/1.0/demo-1.0.tar.gz/provenance", true),
            ("../../integrity/demo/1.0/demo-1.0.tar.gz/provenance", true),
            ("https://REGISTRY.example.invalid/integrity/Demo/1.0.0/demo-1.0.tar.gz/provenance", true),
            ("https://other.example.invalid/integrity/demo/1.0/demo-1.0.tar.gz/provenance", false),
            ("http://registry.example.invalid/integrity/demo/1.0/demo-1.0.tar.gz/provenance", false),
            ("https://registry.example.invalid:8443/integrity/demo/1.0/demo-1.0.tar.gz/provenance", false),
            ("/proxy/integrity/demo/1.0/demo-1.0.tar.gz/provenance", false),
            ("/integrity/demo/1.0/demo-1.0.zip/provenance", false),
            ("/integrity/demo/2.0/demo-1.0.tar.gz/provenance", false),
            ("/integrity/other/1.0/demo-1.0.tar.gz/provenance", false),
            ("/integrity/demo/1.0/demo-1.0.tar.gz/provenance?x=1", false),
            ("", false), ("x", false), ("javascript:x", false),
        ]
    )
    func provenance(url: String, isOffered: Bool) throws {
        let page = PageForge.json([PageForge.file("demo-1.0.tar.gz", ",\"provenance\":\"\(url)\"")])
        #expect(try PageForge.read(page).files.first?.hasProvenance == isOffered)
    }

    @Test(
        "say nothing where they say nothing",
        arguments: [
            "",
            #","size":null,"upload-time":null,"requires-python":null,"yanked":false,"core-metadata":false,"provenance":null"#,
            #","size":-1,"upload-time":"yesterday","requires-python":"","core-metadata":true,"provenance":"""#,
            #","size":1.5,"upload-time":5,"requires-python":3,"yanked":null,"dist-info-metadata":{"md5":"x"},"provenance":true"#,
            #","size":"12","upload-time":"2026-13-01","yanked":0"#,
            #","size":99999999999999999999"#,
        ]
    )
    func absentFields(members: String) throws {
        let file = try #require(
            try PageForge.read(PageForge.json([PageForge.file("demo-1.0-py3-none-any.whl", members)])).files.first
        )
        #expect(file.indexed.size == nil && file.indexed.publishedAt == nil && file.indexed.companionDigest == nil)
        #expect(file.requiresPython == nil && file.yank == .no && !file.hasProvenance)
    }

    @Test(
        "know yanked files",
        arguments: [("true", SimpleFile.Yank.yes), ("\"\"", .yes), ("\"why\"", .because("why")), ("false", .no)]
    )
    func yanked(value: String, expected: SimpleFile.Yank) throws {
        let file = try PageForge.read(PageForge.json([PageForge.file("demo-1.0.tar.gz", ",\"yanked\":\(value)")])).files
            .first
        #expect(file?.yank == expected)
    }

    @Test("give every strong digest and no weak one")
    func digests() throws {
        let hashes = """
            {"md5":"d41d8cd98f00b204e9800998ecf8427e","sha512":"\(String(repeating: "cd", count: 64))","blake2b":"ff","sha256":"\(PageForge.digest)"}
            """
        let file = #"{"filename":"demo-1.0.tar.gz","url":"x","hashes":\#(hashes)}"#
        let digests = try PageForge.read(PageForge.json([file])).artifacts.first?.digests
        #expect(digests?.map(\.algorithm) == [.sha256, .sha512])
    }

    @Test("prefer the newer name of the metadata's digest, and know it for wheels only")
    func metadata() throws {
        let other = String(repeating: "b2", count: 32)
        let members =
            ",\"dist-info-metadata\":{\"sha256\":\"\(other)\"},\"core-metadata\":{\"sha256\":\"\(PageForge.digest)\"}"
        let index = try PageForge.read(
            PageForge.json([
                PageForge.file("demo-1.0-py3-none-any.whl", members), PageForge.file("demo-1.0.tar.gz", members),
            ])
        )
        #expect(index.artifacts.map(\.companionDigest?.hex) == [PageForge.digest, nil])
    }

    @Test("carry the project's status and locations")
    func project() throws {
        let members = """
            ,"project-status":{"status":"archived","reason":"no\\u0007 longer"},"alternate-locations":["https://other.example.invalid/simple/demo/","x:","ftp://a/"]
            """
        let index = try PageForge.read(PageForge.json([PageForge.file("demo-1.0.tar.gz")], members: members))
        #expect(index.project.status == .archived && index.project.statusReason == "no  longer")
        #expect(index.project.alternateLocations == ["https://other.example.invalid/simple/demo/"])
    }

    @Test("of a quarantined project offer nothing")
    func quarantined() throws {
        let status = ",\"project-status\":{\"status\":\"quarantined\"}"
        let index = try PageForge.read(PageForge.json([PageForge.file("demo-1.0.tar.gz")], members: status))
        #expect(index.artifacts.isEmpty && index.project.status == .quarantined && index.omissions.count == 1)
    }

    @Test("with an unknown status are read without it")
    func unknownStatus() throws {
        let status = ",\"project-status\":{\"status\":\"asleep\"}"
        let index = try PageForge.read(PageForge.json([PageForge.file("demo-1.0.tar.gz")], members: status))
        #expect(index.artifacts.count == 1 && index.project.status == nil && index.omissions.count == 1)
    }

    @Test("list files up to the limit and not beyond", arguments: [(2, nil), (3, nil), (4, "simple-too-many-files")])
    func filesMax(count: Int, code: String?) {
        var limits = SimpleLimits.standard
        limits.filesMax = 3
        let files = (0..<count).map { PageForge.file("demo-\($0).tar.gz") }
        #expect(PageForge.code(PageForge.json(files), limits: limits) == code)
    }

    @Test("are as long as the limit and not longer", arguments: [(-1, "simple-too-large"), (0, nil), (1, nil)])
    func bytesMax(room: Int, code: String?) {
        let document = PageForge.json([PageForge.file("demo-1.0.tar.gz")])
        var limits = SimpleLimits.standard
        limits.bytesMax = document.body.count + room
        #expect(PageForge.code(document, limits: limits) == code)
    }

    @Test("say at most so much about what is left out", arguments: [(99, 99), (100, 100), (101, 101), (150, 101)])
    func omissionsMax(count: Int, sentences: Int) throws {
        let index = try PageForge.read(PageForge.json((0..<count).map { PageForge.file("other-\($0).tar.gz") }))
        #expect(index.omissions.count == sentences)
        if count > 100 { #expect(index.omissions.last == "\(count - 100) more were left out.") }
    }

    @Test(
        "under another media type are refused",
        arguments: [
            "", "application/octet-stream", "application/vnd.pypi.simple.v2+json", "text/plain",
            "application/vnd.pypi.simple.latest+json",
        ]
    )
    func mediaTypes(contentType: String) {
        let document = IndexDocument(body: PageForge.json([]).body, contentType: contentType, url: PageForge.url)
        #expect(PageForge.code(document) == "simple-media-type")
    }

    @Test("that are cut anywhere are refused")
    func cut() {
        let whole = PageForge.json([PageForge.file("demo-1.0.tar.gz", ",\"yanked\":true")]).body
        for count in 0..<whole.count {
            let document = IndexDocument(
                body: Array(whole[..<count]),
                contentType: "application/json",
                url: PageForge.url
            )
            #expect(PageForge.code(document) != nil, "\(count) bytes")
        }
    }
}
