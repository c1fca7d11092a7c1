import SallyportEcosystem
import SallyportModel

/// Paths: those that nobody has thought about are refused, and names come back as they went out.
enum RouteConformance {
    /// Paths that no ecosystem serves.
    private static let unknown = [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc", "/%00", "/a%00b", "/%zz", "/a%", "/%ff%fe",
        "/a/b/c/d/e/f/g/h", "/%0d%0aset-cookie:%20x", "/a%5cb", "/.git/config", "/%252e%252e/x", "/\u{7F}",
        "/http://127.0.0.1/", "/-/no/such/endpoint", "/.well-known/x", "/%20", "/a%20b",
        "/" + String(repeating: "a", count: 100_000), String(repeating: "/a", count: 50_000),
    ]

    static func unknownPaths(_ ecosystem: any PackageEcosystem) -> [String] {
        var found: [String] = []
        for path in unknown {
            let route = ecosystem.route(ClientRequest(method: "GET", path: path))
            guard !isRefused(route) else { continue }
            found.append("The unknown path `\(path.prefix(60))` is not refused but \(kind(of: route)).")
        }
        return found
    }

    static func names(_ ecosystem: any PackageEcosystem, _ sample: EcosystemSample) -> [String] {
        var found: [String] = []
        for request in sample.indexRequests {
            guard case .index(let package, _) = ecosystem.route(request), package == sample.package else {
                found.append("`\(request.path)` does not lead to the index of \(sample.package).")
                continue
            }
        }
        for path in sample.spellings {
            let route = ecosystem.route(ClientRequest(method: "GET", path: path))
            switch route {
            case .index(let package, _) where package == sample.package: break
            case .redirect: break
            default: found.append("The spelling `\(path)` of \(sample.package) is \(kind(of: route)).")
            }
        }
        guard let index = try? ecosystem.parseIndex(sample.document, of: sample.package) else { return found }
        for entry in index.artifacts {
            let path = sample.artifactPath(entry.artifact)
            let route = ecosystem.route(ClientRequest(method: "GET", path: path))
            if route != .artifact(sample.package, filename: entry.artifact.filename) {
                found.append("`\(path)` does not lead to \(entry.artifact) but is \(kind(of: route)).")
            }
        }
        return found
    }

    /// No method but a read gives an index or an artifact.
    static func writes(_ ecosystem: any PackageEcosystem, _ sample: EcosystemSample) -> [String] {
        var found: [String] = []
        for method in ["PUT", "DELETE", "PATCH", "POST", "TRACE", "BREW"] {
            for request in sample.indexRequests {
                let write = ClientRequest(method: method, path: request.path, headers: request.headers)
                let route = ecosystem.route(write)
                if !isRefused(route) { found.append("\(method) `\(request.path)` is \(kind(of: route)).") }
            }
        }
        return found
    }

    private static func isRefused(_ route: Route) -> Bool {
        guard case .answer(let answer) = route else { return false }
        return answer.status >= 400
    }

    private static func kind(of route: Route) -> String {
        switch route {
        case .index(let package, let form): "the index of \(package), \(form.name)"
        case .artifact(let package, let filename): "the file \(filename) of \(package)"
        case .companion(let package, let filename): "the companion of \(filename) of \(package)"
        case .redirect(let path): "a redirect to `\(path.prefix(60))`"
        case .relay(let relay): "relayed as \(relay.kind)"
        case .answer(let answer): "answered with \(answer.status)"
        }
    }
}
