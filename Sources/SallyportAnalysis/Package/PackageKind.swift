import SallyportArchive
import SallyportModel

/// The kinds of package that are understood.
enum PackageKind: String, Sendable {
    /// An npm tarball: everything under one root folder, with a `package.json`.
    case npm
    /// A built distribution of Python (PEP 427).
    case wheel
    /// A source distribution of Python (PEP 625).
    case sdist
    /// A gem of Ruby.
    case gem

    /// The kinds as which an installer could take an artifact, the likeliest first.
    ///
    /// Of an artifact that was asked for in an ecosystem there is one, and what the archive holds has no say in it: pip
    /// takes for a wheel what is named so, and nothing else. A file on a disk may be given to any installer, so all
    /// kinds that fit are named.
    static func kinds(of shelf: Shelf, format: ArchiveFormat, artifact: InspectedArtifact) -> [PackageKind] {
        let isNamedWheel = artifact.filename.hasSuffix(".whl")
        switch artifact.ecosystem {
        case .npm: return [.npm]
        case .gem: return format == .gem ? [.gem] : []
        case .pypi: return isNamedWheel ? (format == .zip ? [.wheel] : []) : [.sdist]
        default: break
        }
        if isNamedWheel { return format == .zip ? [.wheel] : [] }
        if format == .gem { return [.gem] }
        var kinds: [PackageKind] = []
        if holds(["PKG-INFO", "setup.py"], shelf) { kinds.append(.sdist) }
        if holds(["package.json"], shelf) { kinds.append(.npm) }
        if format == .zip, shelf.hasWheelMetadata { kinds.append(.wheel) }
        if kinds.isEmpty, holds(["pyproject.toml"], shelf) { kinds.append(.sdist) }
        // npm names its files so, and Python's tools no longer do.
        if artifact.filename.hasSuffix(".tgz"), kinds.contains(.npm) { kinds.sort { $0 == .npm && $1 != .npm } }
        return kinds
    }

    /// Whether a file of one of these names lies at the top or in a folder at the top: npm takes any for the root.
    private static func holds(_ names: Set<String>, _ shelf: Shelf) -> Bool {
        shelf.files.contains { file in
            names.contains(PathText.name(of: file.path)) && file.path.utf8.count { $0 == UInt8(ascii: "/") } < 2
        }
    }
}

extension Report {
    /// What both readings of one archive say, under the kind and the manifest of this one.
    func joined(with other: Report) -> Report {
        var known = Set(facts)
        var named = Set(dependencies)
        return Report(
            engine: engine,
            kind: kind,
            manifest: manifest,
            files: files,
            hooks: hooks + other.hooks,
            dependencies: dependencies + other.dependencies.filter { named.insert($0).inserted },
            facts: (facts + other.facts.filter { known.insert($0).inserted }).sorted(by: FactOrder.precedes),
            hosts: hosts + other.hosts.filter { place in !hosts.contains(place) },
            unpackedBytes: unpackedBytes
        )
    }
}
