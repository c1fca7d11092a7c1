/// One published version of a package.
public struct Release: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Longest version accepted, in UTF-8 bytes (node-semver's limit).
    public static let versionBytesMax = 256

    /// The package.
    public let package: Package
    /// The version as published; its order is the ecosystem's business.
    public let version: String

    /// Refuses a version that is empty, longer than ``versionBytesMax``, or not printable ASCII; returns `nil` then.
    public init?(_ package: Package, _ version: String) {
        guard !version.isEmpty, version.utf8.count <= Self.versionBytesMax, version.isPlainToken else { return nil }
        guard !version.utf8.contains(UInt8(ascii: "/")) else { return nil }
        self.package = package
        self.version = version
    }

    /// Decodes what ``init(_:_:)`` accepts, and refuses the rest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let package = try container.decode(Package.self, forKey: .package)
        guard let release = Release(package, try container.decode(String.self, forKey: .version)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .version,
                in: container,
                debugDescription: "This is no version."
            )
        }
        self = release
    }

    /// The package URL of this version.
    public var description: String { PackageURL(package: package, version: version).description }
}

/// One file of a release: an npm tarball, a wheel, an sdist.
public struct Artifact: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Longest file name accepted, in UTF-8 bytes.
    public static let filenameBytesMax = 255

    /// The release that the file belongs to.
    public let release: Release
    /// The file's name, without any folder.
    public let filename: String

    /// Refuses a file name that is empty, too long, hidden, not printable ASCII, or holds a `/`; returns `nil` then.
    public init?(_ release: Release, filename: String) {
        guard !filename.isEmpty, filename.utf8.count <= Self.filenameBytesMax, filename.isPlainToken else { return nil }
        guard !filename.hasPrefix("."), !filename.utf8.contains(UInt8(ascii: "/")) else { return nil }
        self.release = release
        self.filename = filename
    }

    /// Decodes what ``init(_:filename:)`` accepts, and refuses the rest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let release = try container.decode(Release.self, forKey: .release)
        guard let artifact = Artifact(release, filename: try container.decode(String.self, forKey: .filename)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .filename,
                in: container,
                debugDescription: "This is no file name."
            )
        }
        self = artifact
    }

    /// The release's package URL, followed by the file name.
    public var description: String { "\(release) (\(filename))" }
}
