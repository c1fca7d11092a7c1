import SallyportEcosystem
import SallyportModel

/// The paths below the mount.
///
///     /simple/                                         the list of projects, which we do not keep
///     /simple/{project}/                               a project's page
///     /files/{project}/{filename}                      a file
///     /files/{project}/{filename}.metadata             a wheel's metadata (PEP 658)
///     /integrity/{project}/{version}/{file}/provenance attestations (PEP 740), from the upstream
enum PyPIRoutes {
    /// Longest path that is looked at, in bytes.
    static let pathBytesMax = 2_048

    static func route(_ request: ClientRequest) -> Route {
        guard request.method == "GET" || request.method == "HEAD" else {
            return .answer(
                Problem.answer(
                    status: 405,
                    sentence: "Sallyport takes no uploads here; publish to the registry itself.",
                    headers: [Header("allow", "GET, HEAD")]
                )
            )
        }
        guard request.path.utf8.count <= pathBytesMax, let parts = components(of: request.path) else {
            return .answer(unknown)
        }
        switch (parts.first, parts.count) {
        case ("simple", 1): return .redirect(path: "/simple/")
        case ("simple", 2) where parts[1].isEmpty: return list(request)
        case ("simple", 2): return page(parts[1], hasSlash: false, request)
        case ("simple", 3) where parts[2].isEmpty: return page(parts[1], hasSlash: true, request)
        case ("files", 3): return file(parts[2], project: parts[1])
        case ("integrity", 5) where parts[4] == "provenance":
            return provenance(project: parts[1], version: parts[2], filename: parts[3], request)
        case ("pypi", 3...) where parts.last == "json": return .answer(noProjectAPI)
        default: return .answer(unknown)
        }
    }

    /// The path of a file's provenance: below our mount, and below the upstream's origin, where the living
    /// specification's own index has it.
    static func provenancePath(of artifact: Artifact) -> String {
        let parts = [artifact.release.package.name, artifact.release.version, artifact.filename]
        return "/integrity/\(parts.map { PercentEncoding.encode($0) }.joined(separator: "/"))/provenance"
    }

    /// Whether a path is that of a file's provenance, in any spelling of name and version.
    static func isProvenancePath(_ path: String, of artifact: Artifact) -> Bool {
        guard case .relay(let relay) = route(ClientRequest(method: "GET", path: path)) else { return false }
        return relay.path == provenancePath(of: artifact)
    }

    /// The path of a file below the mount.
    static func filePath(of artifact: Artifact) -> String {
        "/files/\(artifact.release.package.name)/\(PercentEncoding.encode(artifact.filename))"
    }

    /// The package of a project name in any spelling; `nil` when it is no name (PEP 508: letters and digits at both ends).
    static func package(_ name: String) -> Package? {
        let isAlphanumeric: (UInt8) -> Bool = { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard let first = name.utf8.first, let last = name.utf8.last, isAlphanumeric(first), isAlphanumeric(last),
            name.utf8.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F })
        else { return nil }
        return Package(.pypi, PackageURL.pypiNormal(name))
    }

    private static func components(of path: String) -> [String]? {
        guard path.hasPrefix("/") else { return nil }
        var parts: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = PercentEncoding.decode(String(part)) else { return nil }
            parts.append(decoded)
        }
        return parts
    }

    private static func list(_ request: ClientRequest) -> Route {
        guard let form = form(of: request) else { return .answer(notAcceptable) }
        return .answer(ProjectList.answer(form))
    }

    private static func page(_ name: String, hasSlash: Bool, _ request: ClientRequest) -> Route {
        guard let package = package(name) else { return .answer(unknown) }
        guard hasSlash, package.name == name else { return .redirect(path: "/simple/\(package.name)/") }
        guard let form = form(of: request) else { return .answer(notAcceptable) }
        return .index(package, form.indexForm)
    }

    private static func file(_ filename: String, project: String) -> Route {
        guard let package = package(project), package.name == project else { return .answer(unknown) }
        let isMetadata = filename.hasSuffix(".metadata")
        let name = isMetadata ? String(filename.dropLast(".metadata".count)) : filename
        guard artifact(name, of: package) != nil else { return .answer(unknown) }
        if !isMetadata { return .artifact(package, filename: name) }
        // Only a wheel's metadata is written down before it is built.
        return name.hasSuffix(".whl") ? .companion(package, filename: name) : .answer(unknown)
    }

    private static func provenance(
        project: String,
        version: String,
        filename: String,
        _ request: ClientRequest
    ) -> Route {
        guard let package = package(project), let artifact = artifact(filename, of: package),
            let asked = PythonVersion(version), asked == PythonVersion(artifact.release.version)
        else { return .answer(unknown) }
        let relay = Relay(
            kind: Self.provenanceKind,
            method: request.method,
            path: provenancePath(of: artifact),
            isBelowOrigin: true,
            headers: request.headers.filter { $0.name == "accept" }
        )
        return .relay(relay)
    }

    static let provenanceKind = "provenance"

    /// The artifact that a file name means, when it could be one of the project's.
    static func artifact(_ filename: String, of package: Package) -> Artifact? {
        guard let distribution = try? Distribution(filename: filename, of: package),
            let release = Release(package, distribution.version.description)
        else { return nil }
        return Artifact(release, filename: filename)
    }

    private static func form(of request: ClientRequest) -> SimpleForm? {
        SimpleForm.wanted(by: AcceptHeader(request.headers.filter { $0.name == "accept" }.map(\.value)))
    }

    private static let unknown = Problem.answer(
        status: 404,
        sentence: "No such path; Sallyport serves /simple/NAME/ here."
    )

    private static let noProjectAPI = Problem.answer(
        status: 404,
        sentence: "Sallyport does not serve the project JSON API; ask for /simple/NAME/ instead."
    )

    private static let notAcceptable = Problem.answer(
        status: 406,
        sentence: "Simple pages are HTML or JSON (PEP 691); the Accept field of this request allows neither.",
        headers: [Header("vary", "Accept")]
    )
}
