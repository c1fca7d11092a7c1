import SallyportEcosystem
import SallyportModel

/// The paths below the mount.
///
///     /                                              gem asks whether there is anything
///     /versions, /names                              the compact index: all gems
///     /info/{name}                                   the compact index: one gem
///     /gems/{file}                                   a gem
///     /quick/Marshal.4.8/{file}spec.rz               its specification, made from the gem itself
///     /specs.4.8.gz, /latest_..., /prerelease_...    the older indexes, made from `/versions`
///     /api/v1/gems/{name}.json                       what the registry's interface says of a gem
///     /api/v1/versions/{name}.json, .../latest.json
///     /api/v1/dependencies                           gone, as at the registry
enum GemRoutes {
    /// Longest path that is looked at, in bytes.
    static let pathBytesMax = 1_024

    static func route(_ request: ClientRequest) -> Route {
        guard request.method == "GET" || request.method == "HEAD" else { return .answer(GemAnswers.refusingWrite) }
        guard request.path.utf8.count <= pathBytesMax, let parts = components(of: request.path) else {
            return .answer(GemAnswers.notFound)
        }
        switch (parts.first ?? "", parts.count) {
        case ("", 1): return .answer(GemAnswers.top)
        case (let name, 1): return listing(name)
        case ("info", 2): return index(parts[1], .info)
        case ("gems", 2): return gem(parts[1])
        case ("quick", 3) where parts[1] == "Marshal.4.8": return specification(parts[2])
        case ("api", 3...) where parts[1] == "v1": return interface(parts.dropFirst(2))
        default: return .answer(GemAnswers.notFound)
        }
    }

    /// The decoded parts of a path, none of which holds a slash; `nil` for broken escapes.
    private static func components(of path: String) -> [String]? {
        guard path.hasPrefix("/") else { return nil }
        var parts: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = PercentEncoding.decode(String(part)), !decoded.contains("/") else { return nil }
            parts.append(decoded)
        }
        return parts
    }

    private static func listing(_ name: String) -> Route {
        guard let form = ListingForm(rawValue: name), let package = VersionsListing.package else {
            return .answer(GemAnswers.notFound)
        }
        return .index(package, form.indexForm)
    }

    private static func index(_ name: String, _ form: IndexForm) -> Route {
        guard let package = GemName.package(name) else { return .answer(GemAnswers.notFound) }
        return .index(package, form)
    }

    private static func gem(_ filename: String) -> Route {
        guard let name = GemFilename(filename), let package = GemName.package(name.name) else {
            return .answer(GemAnswers.notFound)
        }
        return .artifact(package, filename: filename)
    }

    /// `NAME-VERSION.gemspec.rz` is a part of `NAME-VERSION.gem`.
    private static func specification(_ filename: String) -> Route {
        let suffix = ".gemspec.rz"
        guard filename.hasSuffix(suffix) else { return .answer(GemAnswers.notFound) }
        let stem = filename.dropLast(suffix.count)
        guard let name = GemFilename(stem: stem), let package = GemName.package(name.name) else {
            return .answer(GemAnswers.notFound)
        }
        return .companion(package, filename: stem + GemFilename.suffix)
    }

    private static func interface(_ parts: ArraySlice<String>) -> Route {
        let parts = Array(parts)
        if parts == ["dependencies"] || parts == ["dependencies.json"] { return .answer(GemAnswers.dependenciesGone) }
        if parts.count == 3, parts[0] == "versions", parts[2] == "latest.json" {
            return index(parts[1], .latestDocument)
        }
        guard parts.count == 2, parts[1].hasSuffix(".json") else { return .answer(GemAnswers.notFound) }
        let name = String(parts[1].dropLast(".json".count))
        switch parts[0] {
        case "gems": return index(name, .gemDocument)
        case "versions": return index(name, .versionsDocument)
        default: return .answer(GemAnswers.notFound)
        }
    }
}
