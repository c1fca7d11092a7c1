import SallyportModel

/// The file names of tarballs, as they stand in `dist.tarball` and in lockfiles.
enum TarballName {
    /// The name that npm gives a tarball: the package's name without its scope (``NPMName/base(of:)``), and the version.
    static func canonical(_ base: Substring, _ version: String) -> String {
        "\(base)-\(version).tgz"
    }

    /// The last path component of a tarball's URL, when it is a plain file name that ends in `.tgz`.
    static func last(inURL url: String) -> String? {
        let path = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let name = String(decoding: path[path.index(after: slash)...], as: UTF8.self)
        return isPlain(name) ? name : nil
    }

    /// Whether a decoded path component may name a tarball.
    static func isPlain(_ name: String) -> Bool {
        guard name.utf8.count <= Artifact.filenameBytesMax, name.hasSuffix(".tgz"), !name.hasPrefix(".") else {
            return false
        }
        var previous: UInt8 = 0
        for byte in name.utf8 {
            guard isPlain(byte), byte != UInt8(ascii: ".") || previous != byte else { return false }
            previous = byte
        }
        return true
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
