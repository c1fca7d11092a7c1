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

    /// The release's package URL, followed by the file name.
    public var description: String { "\(release) (\(filename))" }
}
