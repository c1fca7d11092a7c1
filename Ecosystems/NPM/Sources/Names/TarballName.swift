import SallyportModel

/// The file names of tarballs, as they stand in `dist.tarball` and in lockfiles.
enum TarballName {
    /// The name that npm gives a tarball: the package's name without its scope, and the version.
    static func canonical(_ package: Package, _ version: String) -> String {
        "\(NPMName.base(of: package))-\(version).tgz"
    }

    /// The last path component of a tarball's URL, when it is a plain file name that ends in `.tgz`.
    static func last(inURL url: String) -> String? {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let name = String(path[path.index(after: slash)...])
        return isPlain(name) ? name : nil
    }

    /// Whether a decoded path component may name a tarball.
    static func isPlain(_ name: String) -> Bool {
        guard name.hasSuffix(".tgz"), name.utf8.count <= Artifact.filenameBytesMax, !name.hasPrefix(".") else {
            return false
        }
        return !name.contains("..") && name.utf8.allSatisfy(isPlain)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"): true
        case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"): true
        default: false
        }
    }
}
