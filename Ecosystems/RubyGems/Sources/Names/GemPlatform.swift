/// A gem's platform as it stands in names: `java`, `x86_64-linux-gnu`, `arm64-darwin-22`.
enum GemPlatform {
    /// The platform of gems that run anywhere; it is not written into names.
    static let ruby = "ruby"

    /// Longest platform, in bytes.
    static let bytesMax = 64

    /// Words that a part of a platform begins with: systems, and machines that are systems of their own.
    private static let systems = [
        "aix", "android", "cygwin", "dalvik", "darwin", "dotnet", "dragonfly", "emscripten", "freebsd", "haiku", "hpux",
        "java", "jruby", "linux", "macruby", "mingw", "mruby", "mswin", "netbsd", "netware", "openbsd", "solaris",
        "truffleruby", "wasi", "wasm",
    ]

    /// Whether a text can be a platform: letters, digits, `_`, `-` and `.`, and a letter first.
    static func isWellFormed(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= bytesMax, (0x61...0x7A).contains(first | 0x20) else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
            default: false
            }
        }
    }

    /// Whether it names a system that is known.
    static func isKnown(_ text: some StringProtocol) -> Bool {
        guard isWellFormed(text) else { return false }
        return text.lowercased().split(separator: "-").contains { part in
            systems.contains { system in
                // `darwin22` and `solaris2.11`, and no word that only begins like one of them.
                part.hasPrefix(system)
                    && part.utf8.dropFirst(system.utf8.count).allSatisfy {
                        GemVersion.isDigit($0) || $0 == 0x2E || $0 == 0x5F
                    }
            }
        }
    }
}
