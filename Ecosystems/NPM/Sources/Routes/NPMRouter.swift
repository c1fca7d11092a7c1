import SallyportEcosystem
import SallyportModel

/// From a request to what it asks for. Paths are those below the mount, still percent-encoded.
///
/// Everything that is not listed here is answered 404 and goes nowhere: an endpoint that nobody has thought about is
/// an endpoint that nobody has filtered.
struct NPMRouter {
    let request: ClientRequest

    /// Longest path that is looked at, in bytes: two names, a file name and what stands between, percent-encoded.
    static let pathBytesMax = 2_048

    private var isRead: Bool { request.method == "GET" || request.method == "HEAD" }

    func route() -> Route {
        guard request.path.utf8.count <= Self.pathBytesMax, let segments = segments() else {
            return .answer(NPMAnswers.notFound)
        }
        if segments.first == "-" { return registryRoute(segments.dropFirst()) }
        guard let (package, rest) = Self.package(in: segments[...]) else { return .answer(NPMAnswers.notFound) }
        guard isRead else { return .answer(NPMAnswers.refusingWrite(method: request.method)) }
        return packageRoute(package, rest)
    }

    /// The decoded components; a slash inside one is kept, so that only a scope may hold it. `nil` for broken escapes
    /// and for components that no client sends.
    private func segments() -> [String]? {
        var segments: [String] = []
        for part in request.path.split(separator: "/", omittingEmptySubsequences: true) {
            guard let text = PercentEncoding.decode(String(part)), text != ".", text != ".." else { return nil }
            guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
            segments.append(text)
        }
        return segments
    }

    /// The package that components begin with: `name`, `@scope/name`, or `@scope%2fname` in one component.
    static func package(in segments: ArraySlice<String>) -> (package: Package, rest: ArraySlice<String>)? {
        guard let first = segments.first else { return nil }
        if first.hasPrefix("@"), !first.contains("/") {
            guard segments.count > 1, let second = segments.dropFirst().first, !second.contains("/") else { return nil }
            return NPMName.package("\(first)/\(second)").map { ($0, segments.dropFirst(2)) }
        }
        return NPMName.package(first).map { ($0, segments.dropFirst()) }
    }

    private func packageRoute(_ package: Package, _ rest: ArraySlice<String>) -> Route {
        guard let first = rest.first else {
            if QueryString(request.query).isTrue("write") { return .answer(NPMAnswers.refusingWriteRead) }
            return .index(package, AcceptHeader(request).prefersAbbreviated ? .abbreviated : .full)
        }
        if first == "-" { return tarballRoute(package, rest.dropFirst()) }
        guard rest.count == 1, let form = IndexForm.manifest(first) else { return .answer(NPMAnswers.notFound) }
        return .index(package, form)
    }

    /// `-/file.tgz`, or `-/@scope/file.tgz` as publishing clients write it.
    private func tarballRoute(_ package: Package, _ rest: ArraySlice<String>) -> Route {
        var parts = rest.flatMap { $0.split(separator: "/", omittingEmptySubsequences: false).map(String.init) }
        if parts.count == 2, package.name.hasPrefix("\(parts[0])/") { parts.removeFirst() }
        guard parts.count == 1, TarballName.isPlain(parts[0]) else { return .answer(NPMAnswers.notFound) }
        return .artifact(package, filename: parts[0])
    }

    /// What stands below `/-/`: the registry's own endpoints.
    private func registryRoute(_ rest: ArraySlice<String>) -> Route {
        let path = rest.joined(separator: "/")
        if request.method == "POST" { return postRoute(path) }
        guard isRead else { return .answer(NPMAnswers.refusingWrite(method: request.method)) }
        switch path {
        case "ping": return .answer(NPMAnswers.json(200, "{}"))
        case "whoami": return .answer(NPMAnswers.whoami(request.identity))
        case "v1/search": return .relay(relay("search", path, query: QueryString(request.query).kept(Self.searchKeys)))
        case "npm/v1/keys": return .relay(relay("keys", path))
        default: break
        }
        if rest.first == "package", let (package, tail) = Self.package(in: rest.dropFirst()), tail == ["dist-tags"] {
            return .index(package, .distTags)
        }
        if rest.starts(with: ["npm", "v1", "attestations"]) { return attestations(rest.dropFirst(3)) }
        return .answer(NPMAnswers.notFound)
    }

    private func postRoute(_ path: String) -> Route {
        switch path {
        case "npm/v1/security/advisories/bulk": .relay(relay("audit-bulk", path, announces: true))
        case "npm/v1/security/audits/quick", "npm/v1/security/audits":
            .relay(relay("audit-tree", path, announces: true))
        default: .answer(NPMAnswers.refusingWrite(method: request.method))
        }
    }

    /// `{name}@{version}`: written anew, so that only a name and a version can reach the upstream.
    private func attestations(_ rest: ArraySlice<String>) -> Route {
        let text = rest.joined(separator: "/")
        guard let mark = text.lastIndex(of: "@"), mark > text.startIndex,
            let package = NPMName.package(String(text[..<mark]))
        else { return .answer(NPMAnswers.notFound) }
        let version = String(text[text.index(after: mark)...])
        guard Release(package, version) != nil, SemanticVersion(version, .loose) != nil else {
            return .answer(NPMAnswers.notFound)
        }
        let path = "\(NPMName.pathComponent(package))@\(PercentEncoding.encode(version, keeping: "+"))"
        return .relay(Relay(kind: "attestations", method: "GET", path: Self.attestationsPath + path))
    }

    /// The name of a package of ours goes nowhere, nor does what is no name.
    static func step(toAttestations relay: Relay, isOwned: (Package) -> Bool) -> RelayStep {
        let text = PercentEncoding.decode(String(relay.path.dropFirst(attestationsPath.count))) ?? ""
        guard relay.path.hasPrefix(attestationsPath), let mark = text.lastIndex(of: "@"), mark > text.startIndex,
            let package = NPMName.package(String(text[..<mark])), !isOwned(package)
        else { return .answer(NPMAnswers.error(404, "Sallyport knows no attestations of this version.")) }
        return .forward(query: relay.query, body: [])
    }

    private static let attestationsPath = "/-/npm/v1/attestations/"

    private static let searchKeys = ["text", "size", "from", "quality", "popularity", "maintenance"]

    private func relay(_ kind: String, _ path: String, query: String = "", announces: Bool = false) -> Relay {
        let isPost = request.method == "POST"
        return Relay(
            kind: kind,
            method: isPost ? "POST" : "GET",
            path: "/-/\(path)",
            query: query,
            headers: [Header("accept", "application/json")]
                + (isPost ? [Header("content-type", "application/json")] : []),
            announcesWithheld: announces
        )
    }
}

extension IndexForm {
    /// The whole packument.
    static let full = IndexForm("full")
    /// What an installer needs of it.
    static let abbreviated = IndexForm("abbreviated")
    /// The tags alone.
    static let distTags = IndexForm("dist-tags")

    /// One version's manifest; the selector is a version or a tag, bounded and plain, else `nil`.
    static func manifest(_ selector: String) -> IndexForm? {
        guard selector.utf8.count <= Release.versionBytesMax, !selector.contains("/"), !selector.hasPrefix("-") else {
            return nil
        }
        return IndexForm("manifest", selector: selector)
    }
}
