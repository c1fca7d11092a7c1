import SallyportModel

/// The names of npm packages (npm's validate-npm-package-name, the rules for names that already exist).
enum NPMName {
    /// A package of this name; `nil` for what npm would not install.
    ///
    /// Names are kept as they are: `JSONStream` and `jsonstream` are two packages. A scope and a name are each made of
    /// characters that a URL holds unescaped; a name begins with neither a dot nor, without a scope, an underscore.
    static func package(_ text: String) -> Package? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        switch parts.count {
        case 1:
            guard isPart(parts[0]), !text.hasPrefix("_"), !reserved.contains(text.lowercased()) else { return nil }
        case 2:
            guard parts[0].hasPrefix("@"), isPart(parts[0].dropFirst()), isPart(parts[1]) else { return nil }
        default:
            return nil
        }
        return Package(.npm, text)
    }

    /// The name without its scope: what tarballs are called after.
    static func base(of package: Package) -> Substring {
        guard let slash = package.name.lastIndex(of: "/") else { return package.name[...] }
        return package.name[package.name.index(after: slash)...]
    }

    /// The name as one path component, `@scope%2fname`, as npm itself writes it to a registry.
    static func pathComponent(_ package: Package) -> String {
        package.name.split(separator: "/").map { PercentEncoding.encode(String($0), keeping: "@!~*()") }
            .joined(separator: "%2f")
    }

    private static let reserved: Set<String> = ["node_modules", "favicon.ico", "-"]

    private static func isPart(_ part: Substring) -> Bool {
        guard let first = part.utf8.first, first != UInt8(ascii: ".") else { return false }
        return part.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
            case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"): true
            default: false
            }
        }
    }
}
