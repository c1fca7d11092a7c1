/// A package URL as a person types it: `pkg:npm/%40scope/name@1.2.3` (purl-spec).
///
/// Reading is lenient where the meaning is clear (`pkg:npm/@scope/name@1.2.3` is understood, with the `@` as it
/// stands); writing gives the canonical form. Qualifiers other than `file_name` and
/// subpaths are refused rather than ignored: an ignored part would make a decision wider than its author meant.
public struct PackageURL: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with a text that is no package URL.
    public struct Invalid: Error, Sendable, Equatable, CustomStringConvertible {
        /// The sentence for the person who typed it: plain ASCII, whatever was typed.
        public let description: String
    }

    /// Longest package URL read, in UTF-8 bytes.
    public static let bytesMax = 1_024

    /// The package.
    public let package: Package
    /// The version, when given.
    public let version: String?
    /// The `file_name` qualifier, when one file of a release is meant.
    public let filename: String?

    /// Makes a package URL of its parts.
    public init(package: Package, version: String?, filename: String? = nil) {
        self.package = package
        self.version = version
        self.filename = filename
    }

    /// Reads a package URL; names are taken as they stand (PyPI names in PEP 503 normal form).
    public init(_ text: String) throws(Invalid) {
        guard text.utf8.count <= Self.bytesMax else {
            throw Invalid(description: "A package URL is at most \(Self.bytesMax) bytes long.")
        }
        guard text.hasPrefix("pkg:") else {
            throw Invalid(description: "`\(Self.shown(text))` is no package URL; write it as `pkg:npm/left-pad@1.3.0`.")
        }
        var rest = text.dropFirst(4)
        while rest.first == "/" { rest = rest.dropFirst() }
        guard !rest.contains("#") else {
            throw Invalid(description: "A subpath (`#...`) has no meaning here; leave it out.")
        }
        var filename: String?
        if let mark = rest.firstIndex(of: "?") {
            filename = try Self.filename(inQualifiers: rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        guard let slash = rest.firstIndex(of: "/") else {
            throw Invalid(description: "`\(Self.shown(text))` names no package; write it as `pkg:npm/left-pad@1.3.0`.")
        }
        let ecosystem = try Self.ecosystem(rest[..<slash])
        var name = rest[rest.index(after: slash)...]
        var version: String?
        // The first character may be the `@` of a scope that was not percent-encoded.
        if let mark = name.lastIndex(of: "@"), mark != name.startIndex {
            version = try Self.decoded(name[name.index(after: mark)...])
            name = name[..<mark]
        }
        let decodedName = try Self.decoded(name)
        let normalName = ecosystem == .pypi ? PackageURL.pypiNormal(decodedName) : decodedName
        guard let package = Package(ecosystem, normalName) else {
            throw Invalid(description: "`\(Self.shown(decodedName))` is no \(ecosystem) package name.")
        }
        if let version, Release(package, version) == nil {
            throw Invalid(description: "`\(Self.shown(version))` is no version.")
        }
        self.init(package: package, version: version, filename: filename)
    }

    /// The release, when a version was given.
    public var release: Release? {
        version.flatMap { Release(package, $0) }
    }

    /// The canonical text.
    public var description: String {
        var text = "pkg:\(package.ecosystem.rawValue)/\(Self.encoded(package.name, keeping: "/"))"
        if let version { text += "@\(Self.encoded(version, keeping: ""))" }
        if let filename { text += "?file_name=\(Self.encoded(filename, keeping: ""))" }
        return text
    }

    /// PEP 503: lower case, and every run of `-`, `_` and `.` is one `-`.
    public static func pypiNormal(_ name: String) -> String {
        var result: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                if result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A type is ASCII letters, digits, `.`, `+` and `-`, and does not begin with a digit (purl-spec).
    private static func ecosystem(_ text: Substring) throws(Invalid) -> Ecosystem {
        let type = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        let isType = type.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isType, let first = type.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            throw Invalid(description: "`\(shown(text))` is no package URL type; write `npm`, `pypi` or `gem`.")
        }
        return Ecosystem(rawValue: String(decoding: type, as: UTF8.self))
    }

    /// What was typed, safe to print: other than printable ASCII becomes `?`, and it is cut at 80 bytes.
    private static func shown(_ text: some StringProtocol) -> String {
        let bytes = text.utf8.prefix(81).map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
        return String(decoding: bytes.prefix(80), as: UTF8.self) + (bytes.count > 80 ? "..." : "")
    }

    private static func filename(inQualifiers text: Substring) throws(Invalid) -> String {
        guard text.hasPrefix("file_name="), !text.contains("&") else {
            throw Invalid(description: "The only qualifier understood is `file_name`.")
        }
        let filename = try decoded(text.dropFirst("file_name=".count))
        guard filename.utf8.count <= Artifact.filenameBytesMax, filename.isPlainToken, !filename.isEmpty,
            !filename.hasPrefix("."), !filename.utf8.contains(UInt8(ascii: "/"))
        else { throw Invalid(description: "`\(shown(filename))` is no file name.") }
        return filename
    }

    private static func decoded(_ text: Substring) throws(Invalid) -> String {
        guard let decoded = PercentEncoding.decode(String(text)) else {
            throw Invalid(description: "`\(shown(text))` is not correctly percent-encoded.")
        }
        return decoded
    }

    private static func encoded(_ text: String, keeping kept: String) -> String {
        PercentEncoding.encode(text, keeping: kept)
    }
}
