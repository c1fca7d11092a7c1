import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("A path below the npm mount")
struct RouteTests {
    static let corgi = "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*"

    private func route(
        _ path: String,
        method: String = "GET",
        query: String = "",
        accept: String? = nil,
        identity: String? = nil
    ) -> Route {
        let headers = accept.map { [Header("accept", $0)] } ?? []
        let request = ClientRequest(method: method, path: path, query: query, headers: headers, identity: identity)
        return NPMEcosystem().route(request)
    }

    private func status(_ route: Route) -> Int? {
        guard case .answer(let answer) = route else { return nil }
        return answer.status
    }

    @Test(
        "that nobody has thought about is answered 404",
        arguments: [
            "/", "/-", "/-/", "/-/all", "/-/unknown", "/once/1.0.0/x", "/once/-", "/once/-/", "/once/-/once.zip",
            "/once/-/.tgz",
            "/once/-/a/b.tgz", "/once/-/a%2fb.tgz", "/once/-/..%2fb.tgz", "/@acme", "/@acme/", "/@/once",
            "/@acme%2fonce%2fx",
            "/a%2fb", "/.hidden", "/_private", "/node_modules", "/a..b", "/%40acme%252fonce", "/a%00", "/%zz", "/a'b",
            "/a%20b",
            "/-/package/once", "/-/package/once/access", "/-/npm/v1/attestations/once",
            "/-/npm/v1/attestations/once@latest",
            "/-/npm/v1/attestations/../keys@1.0.0", "/-/npm/v1/security/audits", "/@acme/once/-/@other/once-1.0.0.tgz",
            "/once/-/once-1.0.0.tgz/-rev/1", "/once/-rev/1",
        ]
    )
    func unknown(_ path: String) {
        #expect(status(route(path)) == 404)
    }

    @Test(
        "that would write is refused, and says that nothing was changed",
        arguments: [
            ("PUT", "/once", 403), ("PUT", "/@acme%2fonce", 403), ("DELETE", "/once/-rev/1", 403),
            ("DELETE", "/once/-/once-1.0.0.tgz/-rev/1", 403), ("PUT", "/-/package/once/dist-tags/latest", 403),
            ("PUT", "/-/user/org.couchdb.user:me", 403), ("POST", "/-/v1/login", 403),
            ("DELETE", "/-/user/token/x", 403),
            ("PATCH", "/once", 405), ("POST", "/once", 403),
        ]
    )
    func writes(_ method: String, _ path: String, _ expected: Int) throws {
        guard case .answer(let answer) = route(path, method: method) else {
            Issue.record("\(method) \(path) was not refused")
            return
        }
        #expect(answer.status == expected)
        #expect(String(decoding: answer.body, as: UTF8.self).contains("Nothing was changed."))
    }

    @Test(
        "of a package that is read in order to write it back is refused",
        arguments: [
            "write=true", "a=b&write=true", "write=1", "%77rite=true", "write",
        ]
    )
    func writeReads(_ query: String) {
        #expect(status(route("/once", query: query)) == 403)
        #expect(status(route("/@acme%2fonce", query: query)) == 403)
    }

    @Test("of a ping works with any query")
    func ping() {
        #expect(route("/-/ping", query: "write=true") == .answer(NPMAnswers.json(200, "{}")))
    }

    @Test(
        "names a package in every spelling",
        arguments: [
            ("/once", "once"), ("/once/", "once"), ("/JSONStream", "JSONStream"), ("/@acme/once", "@acme/once"),
            ("/@acme%2fonce", "@acme/once"), ("/@acme%2Fonce", "@acme/once"), ("/%40acme%2fonce", "@acme/once"),
            ("/%40acme/once", "@acme/once"), ("/npm", "npm"), ("/a-b.c_d~e", "a-b.c_d~e"),
        ]
    )
    func names(_ path: String, _ name: String) throws {
        let package = try #require(Package(.npm, name))
        #expect(route(path) == .index(package, .full))
        #expect(route(path, method: "HEAD") == .index(package, .full))
        #expect(route(path, query: "write=false") == .index(package, .full))
    }

    @Test(
        "leads to a part of a package",
        arguments: [
            ("/once/1.0.0", "manifest"), ("/once/latest", "manifest"), ("/@acme%2fonce/1.0.0", "manifest"),
            ("/@acme/once/1.0.0-beta.1+x", "manifest"), ("/-/package/once/dist-tags", "dist-tags"),
            ("/-/package/@acme%2fonce/dist-tags", "dist-tags"), ("/-/package/@acme/once/dist-tags", "dist-tags"),
        ]
    )
    func parts(_ path: String, _ form: String) {
        guard case .index(let package, let found) = route(path) else {
            Issue.record("\(path) leads nowhere")
            return
        }
        #expect(package.name.hasSuffix("once"))
        #expect(found.name == form)
        #expect((found.selector != nil) == (form == "manifest"))
    }

    @Test(
        "leads to a tarball",
        arguments: [
            ("/once/-/once-1.0.0.tgz", "once", "once-1.0.0.tgz"),
            ("/@acme/once/-/once-1.0.0.tgz", "@acme/once", "once-1.0.0.tgz"),
            ("/@acme%2fonce/-/once-1.0.0.tgz", "@acme/once", "once-1.0.0.tgz"),
            ("/@acme/once/-/@acme/once-1.0.0.tgz", "@acme/once", "once-1.0.0.tgz"),
            ("/@acme/once/-/@acme%2fonce-1.0.0.tgz", "@acme/once", "once-1.0.0.tgz"),
            ("/once/-/once-1.0.0%2bbuild.tgz", "once", "once-1.0.0+build.tgz"),
        ]
    )
    func tarballs(_ path: String, _ name: String, _ filename: String) throws {
        #expect(route(path) == .artifact(try #require(Package(.npm, name)), filename: filename))
    }

    @Test(
        "is relayed with nothing of the client's but what is known",
        arguments: [
            ("GET", "/-/v1/search", "text=once&token=x&size=5", "search", "/-/v1/search", "text=once&size=5"),
            ("GET", "/-/npm/v1/keys", "a=b", "keys", "/-/npm/v1/keys", ""),
            ("GET", "/-/npm/v1/attestations/once@1.0.0", "", "attestations", "/-/npm/v1/attestations/once@1.0.0", ""),
            (
                "GET", "/-/npm/v1/attestations/@acme%2fonce@1.0.0", "", "attestations",
                "/-/npm/v1/attestations/@acme%2fonce@1.0.0", ""
            ),
            (
                "POST", "/-/npm/v1/security/advisories/bulk", "", "audit-bulk", "/-/npm/v1/security/advisories/bulk", ""
            ),
            ("POST", "/-/npm/v1/security/audits/quick", "", "audit-tree", "/-/npm/v1/security/audits/quick", ""),
            ("POST", "/-/npm/v1/security/audits", "", "audit-tree", "/-/npm/v1/security/audits", ""),
        ]
    )
    func relays(_ method: String, _ path: String, _ query: String, _ kind: String, _ to: String, _ sent: String) {
        guard case .relay(let relay) = route(path, method: method, query: query) else {
            Issue.record("\(path) is not relayed")
            return
        }
        #expect(relay.kind == kind)
        #expect(relay.path == to)
        #expect(relay.query == sent)
        #expect(relay.announcesWithheld == (method == "POST"))
    }

    @Test("answers who asks")
    func whoami() {
        #expect(status(route("/-/whoami")) == 401)
        guard case .answer(let answer) = route("/-/whoami", identity: "ada") else { return }
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"username":"ada"}"#)
    }

    @Test(
        "is abbreviated for whoever asks for that at least as much",
        arguments: [
            (nil, false), ("*/*", false), ("application/json", false), (corgi, true),
            ("application/vnd.npm.install-v1+json", true), ("application/vnd.npm.install-v1+json;q=0", false),
            ("application/vnd.npm.install-v1+json;q=0.5, application/json", false),
            ("application/vnd.npm.install-v1+json;q=0.5, */*;q=0.1", true),
            ("application/json;q=0.5 , application/vnd.npm.install-v1+json ; q=0.500", true),
            ("application/vnd.npm.install-v1+json;q=2", false), ("application/vnd.npm.install-v1+json;q=0.1234", false),
            ("APPLICATION/VND.NPM.INSTALL-V1+JSON", true), ("text/html", false),
        ]
    )
    func negotiation(_ accept: String?, _ abbreviated: Bool) throws {
        let package = try #require(Package(.npm, "once"))
        #expect(route("/once", accept: accept) == .index(package, abbreviated ? .abbreviated : .full))
    }
}
