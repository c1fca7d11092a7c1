import SallyportModel

/// What a file name of an index says: a wheel or a source distribution, and of which version.
struct Distribution: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case wheel(WheelTags)
        case source
    }

    let kind: Kind
    let version: PythonVersion

    /// Why a file name is not taken.
    enum Problem: Error, Hashable {
        /// Longer than any file name may be.
        case length
        /// A format that pip and uv no longer install, or that is not inspected.
        case format
        /// The name is not the project's.
        case project
        /// The version is none by PEP 440.
        case version
        /// The parts of a wheel's name are not those of the format.
        case wheel

        /// The sentence's end behind the file name.
        var sentence: String {
            switch self {
            case .length: "has a name of more than \(Artifact.filenameBytesMax) bytes"
            case .format: "is no wheel (`.whl`) and no source distribution (`.tar.gz`, `.zip`)"
            case .project: "does not carry the project's name"
            case .version: "carries no version that PEP 440 allows"
            case .wheel: "is not named as the wheel format asks"
            }
        }
    }

    /// Reads a file name of a project: wheels by the binary distribution format (PEP 427), source distributions by
    /// PEP 625 or in the older spellings, where the project's own name says at which dash the version begins.
    init(filename: String, of package: Package) throws(Problem) {
        guard filename.utf8.count <= Artifact.filenameBytesMax else { throw .length }
        if filename.hasSuffix(".whl") {
            let wheel = try WheelName(stem: filename.dropLast(4))
            guard PackageURL.pypiNormal(wheel.project) == package.name else { throw .project }
            version = wheel.version
            kind = .wheel(wheel.tags)
            return
        }
        let suffix = [".tar.gz", ".zip"].first { filename.hasSuffix($0) }
        guard let suffix else { throw .format }
        version = try Self.sourceVersion(of: filename.dropLast(suffix.count), project: package.name)
        kind = .source
    }

    private static func sourceVersion(of stem: Substring, project: String) throws(Problem) -> PythonVersion {
        var isProject = false
        for dash in stem.indices where stem[dash] == "-" {
            guard PackageURL.pypiNormal(String(stem[..<dash])) == project else { continue }
            isProject = true
            if let version = PythonVersion(String(stem[stem.index(after: dash)...])) { return version }
        }
        throw isProject ? .version : .project
    }
}
