import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemRubyGems

@Suite("Paths below /rubygems")
struct RouteTests {
    private func route(_ path: String, method: String = "GET") -> Route {
        GemRoutes.route(ClientRequest(method: method, path: path))
    }

    private func package(_ name: String) throws -> Package { try #require(GemName.package(name)) }

    @Test("what gem and Bundler ask for")
    func served() throws {
        let demo = try package("demo")
        #expect(route("/info/demo") == .index(demo, .info))
        #expect(route("/gems/demo-1.0.gem") == .artifact(demo, filename: "demo-1.0.gem"))
        #expect(route("/gems/demo-1.0-java.gem") == .artifact(demo, filename: "demo-1.0-java.gem"))
        #expect(route("/quick/Marshal.4.8/demo-1.0.gemspec.rz") == .companion(demo, filename: "demo-1.0.gem"))
        #expect(route("/api/v1/gems/demo.json") == .index(demo, .gemDocument))
        #expect(route("/api/v1/versions/demo.json") == .index(demo, .versionsDocument))
        #expect(route("/api/v1/versions/demo/latest.json") == .index(demo, .latestDocument))
        #expect(route("/", method: "HEAD") == .answer(GemAnswers.top))
        for form in ListingForm.allCases {
            #expect(route("/\(form.rawValue)") == .index(try #require(VersionsListing.package), form.indexForm))
        }
    }

    @Test(
        "what nobody has thought about is refused",
        arguments: [
            "/info", "/info/", "/info/demo/", "/info/demo/x", "/info/-", "/info/.demo", "/info/de%20mo", "/info/a%2fb",
            "/info/%2d%2fversions",
            "/gems", "/gems/demo.gem", "/gems/demo-1.0.tgz", "/gems/..%2fdemo-1.0.gem", "/quick/demo-1.0.gemspec.rz",
            "/quick/Marshal.4.8/demo-1.0.gem", "/quick/Marshal.4.8/demo.gemspec.rz",
            "/quick/Marshal.5.0/demo-1.0.gemspec.rz",
            "/specs.4.8", "/Marshal.4.8.Z", "/yaml", "/api/v1/gems", "/api/v1/gems/demo", "/api/v1/gems/demo.yaml",
            "/api/v1/gems/demo/owners.yaml", "/api/v1/search.json", "/api/v2/rubygems/demo/versions/1.0.json",
            "/api/v1/versions/demo/x/latest.json", "/api/v1/dependencies", "/api/v1/dependencies.json",
            "/downloads/demo-1.0.gem",
        ]
    )
    func refused(path: String) {
        guard case .answer(let answer) = route(path) else {
            Issue.record("\(path) is served")
            return
        }
        #expect(answer.status == 404)
    }

    @Test("nothing is written", arguments: ["POST", "PUT", "DELETE", "PATCH"])
    func writes(method: String) {
        for path in ["/", "/info/demo", "/api/v1/gems", "/gems/demo-1.0.gem"] {
            #expect(route(path, method: method) == .answer(GemAnswers.refusingWrite))
        }
    }

    @Test("the list is kept under a name that no gem has")
    func listing() throws {
        let package = try #require(VersionsListing.package)
        #expect(GemName.package(package.name) == nil)
    }

    @Test("a refusal says why in the reason phrase and in the text")
    func refusal() throws {
        let release = try #require(Release(try package("demo"), "1.1"))
        let reason = Reason(
            code: "x",
            outcome: .hold,
            severity: .high,
            sentence: "reads \u{1B}[2J ~/.gem/credentials",
            review: ""
        )
        let answer = PageForge.ecosystem.answer(refusing: Refusal(release: release, verdict: Verdict([reason])))
        #expect(answer.status == 403)
        #expect(answer.reasonPhrase?.hasPrefix("Held by Sallyport: demo 1.1 reads ?[2J ~/.gem/credentials") == true)
        #expect(PageForge.text(answer).hasPrefix("Held by Sallyport: demo 1.1 reads ?[2J"))
    }

    @Test("a gem of which nothing is visible is there, without a version, and says why")
    func allHeld() throws {
        let index = try PageForge.index([PageForge.line("1.0", 1), PageForge.line("1.1", 2)])
        let view = PageForge.view(of: index, hiding: [0, 1])
        let gem = index.render(.gemDocument, view: view)
        #expect(gem.status == 200)
        #expect(PageForge.text(gem) == #"{"name":"demo","version":null,"info":"Held by a test Held by a test"}"#)
        #expect(PageForge.text(index.render(.versionsDocument, view: view)) == "[]")
        #expect(index.render(.latestDocument, view: view).status == 200)
        #expect(index.render(.info, view: view).status == 200)
    }

    @Test(
        "a decision about what is no version, or about a platform, is refused with what to write",
        arguments: [
            ("pkg:gem/plat@1.1.0-java", "write pkg:gem/plat@1.1.0."), ("pkg:gem/plat@1.1.0-x86_64-linux", "@1.1.0."),
            ("pkg:gem/plat@latest", "no version"), ("pkg:gem/plat@1.0-9", "no version"),
        ]
    )
    func objections(subject: String, sentence: String) throws {
        let objection = try #require(PageForge.ecosystem.objection(to: try PackageURL(subject)))
        #expect(objection.contains(sentence), "\(objection)")
        for fine in ["pkg:gem/plat@1.1.0", "pkg:gem/plat@1.0.rc1", "pkg:gem/plat"] {
            #expect(PageForge.ecosystem.objection(to: try PackageURL(fine)) == nil)
        }
    }

    @Test("gem is kept waiting longer than Bundler")
    func patience() {
        func patience(_ agent: String) -> Duration {
            PageForge.ecosystem.patience(
                of: ClientRequest(method: "GET", path: "/", headers: [Header("user-agent", agent)])
            )
        }
        #expect(patience("Ruby, RubyGems/3.3.15 x86_64-linux Ruby/3.1.7") == .seconds(50))
        #expect(patience("bundler/2.3.27 rubygems/3.3.15") == .seconds(8))
    }
}
