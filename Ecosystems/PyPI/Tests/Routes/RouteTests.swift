import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("Paths below the mount")
struct RouteTests {
    private let pypi = PyPIEcosystem()

    private func route(_ path: String, method: String = "GET", accept: String? = nil) -> Route {
        let headers = accept.map { [Header("accept", $0)] } ?? []
        return pypi.route(ClientRequest(method: method, path: path, headers: headers))
    }

    private func status(_ route: Route) -> Int? {
        guard case .answer(let answer) = route else { return nil }
        return answer.status
    }

    @Test(
        "that are unknown are refused",
        arguments: [
            "/", "", "simple", "/simple/demo/1.0/", "/simple/demo//", "/simple/-demo/", "/simple/de%2Fmo/",
            "/simple/de mo/",
            "/simple/%ff/", "/simple/%zz/", "/simple/../", "/simple/d%C3%A9mo/", "/files/demo", "/files/demo/",
            "/files/demo/other-1.0.tar.gz",
            "/files/demo/demo-1.0.tar.gz/", "/files/Demo/demo-1.0.tar.gz", "/files/demo/demo-1.0.exe",
            "/files/demo/..%2f..%2fetc", "/files/demo/demo-x.tar.gz",
            "/files/demo/demo-1.0.tar.gz.metadata", "/files/demo/demo-1.0-py3-none-any.whl.asc",
            "/files/demo/demo-1.0%0A.tar.gz", "/integrity/demo/1.0/demo-1.0.tar.gz",
            "/integrity/demo/2.0/demo-1.0.tar.gz/provenance", "/integrity/demo/1.0/other-1.0.tar.gz/provenance",
            "/pypi/demo/json", "/pypi/demo/1.0/json", "/legacy/", "/packages/demo-1.0.tar.gz",
        ]
    )
    func unknown(path: String) {
        #expect(status(route(path)) == 404)
    }

    @Test("that are longer than the limit are refused", arguments: [(2_047, 308), (2_048, 308), (2_049, 404)])
    func longPaths(count: Int, expected: Int) {
        // A long run of separators is one dash in the normal name.
        let path = "/simple/a" + String(repeating: "-", count: count - 11) + "b/"
        let answer = route(path)
        #expect(path.utf8.count == count)
        #expect(expected == 308 ? answer == .redirect(path: "/simple/a-b/") : status(answer) == expected)
    }

    @Test("refuse what would write", arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
    func writes(method: String) throws {
        guard case .answer(let answer) = route("/legacy/", method: method) else {
            Issue.record("\(method) is not answered")
            return
        }
        #expect(answer.status == 405)
        #expect(answer.headers.contains(Header("allow", "GET, HEAD")))
    }

    @Test(
        "of projects in another spelling lead to the normal one",
        arguments: [
            "/simple/Demo.Kit/", "/simple/demo-kit", "/simple/DEMO__kit", "/simple/demo%5Fkit/", "/simple/demo%2D.kit",
        ]
    )
    func redirects(path: String) {
        #expect(route(path) == .redirect(path: "/simple/demo-kit/"))
    }

    @Test("of the list without its slash lead to it")
    func listRedirect() {
        #expect(route("/simple") == .redirect(path: "/simple/"))
    }

    @Test(
        "of the list give an empty one",
        arguments: [
            ("application/vnd.pypi.simple.v1+json", "application/vnd.pypi.simple.v1+json"),
            ("text/html", "text/html; charset=utf-8"),
        ]
    )
    func list(accept: String, contentType: String) {
        guard case .answer(let answer) = route("/simple/", accept: accept) else {
            Issue.record("the list is not answered")
            return
        }
        #expect(answer.status == 200)
        #expect(answer.headers.contains(Header("content-type", contentType)))
        #expect(answer.headers.contains(Header("vary", "Accept")))
    }

    @Test("name files by their project", arguments: ["GET", "HEAD"])
    func files(method: String) throws {
        let package = try #require(Package(.pypi, "demo-kit"))
        let wheel = "Demo_Kit-1.0+x.1-py3-none-any.whl"
        #expect(
            route("/files/demo-kit/Demo_Kit-1.0%2Bx.1-py3-none-any.whl", method: method)
                == .artifact(package, filename: wheel)
        )
        #expect(
            route("/files/demo-kit/Demo_Kit-1.0+x.1-py3-none-any.whl.metadata") == .companion(package, filename: wheel)
        )
        #expect(route("/files/demo-kit/demo-kit-1!1.0.zip") == .artifact(package, filename: "demo-kit-1!1.0.zip"))
    }

    @Test("pass attestations on to the upstream, but never the name of a project of ours")
    func provenance() throws {
        let path = "/integrity/demo/1.0/demo-1.0.tar.gz/provenance"
        guard case .relay(let relay) = route(path, accept: "application/json") else {
            Issue.record("it is not relayed")
            return
        }
        #expect(relay.path == path)
        #expect(relay.isBelowOrigin)
        #expect(relay.headers == [Header("accept", "application/json")])
        #expect(pypi.prepare(relay, body: [1], isOwned: { _ in false }) == .forward(query: "", body: []))
        guard case .answer(let answer) = pypi.prepare(relay, body: [], isOwned: { $0.name == "demo" }) else {
            Issue.record("our own name goes upstream")
            return
        }
        #expect(answer.status == 404)
    }

    @Test("keep no client waiting for as long as it would wait", arguments: [("uv/0.9.1 {}", 25), ("pip/25.0 {}", 10)])
    func patience(userAgent: String, seconds: Int) {
        let request = ClientRequest(method: "GET", path: "/", headers: [Header("user-agent", userAgent)])
        #expect(pypi.patience(of: request) == .seconds(seconds))
        #expect(pypi.patience(of: ClientRequest(method: "GET", path: "/")) == .seconds(10))
    }

    @Test("and names survive the round trip", arguments: ["demo", "a", "zope-interface", "x1-2"])
    func names(name: String) throws {
        let package = try #require(Package(.pypi, name))
        #expect(pypi.indexRequest(for: package).path == "\(name)/")
        #expect(route("/simple/\(name)/", accept: "text/html") == .index(package, IndexForm("html")))
    }
}
