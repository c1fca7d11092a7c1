/// How one name could be taken for another.
enum NameLikeness: String, Hashable {
    /// Characters that look alike: `l` and `1`, `rn` and `m`.
    case homoglyph
    /// The same letters with other separators, or none.
    case separator
    /// A scope written into the name, or left out.
    case scope
    /// One letter more, less, other, or two exchanged; in long names two.
    case typo
    /// The name with a word before or behind it that says nothing: `plain-`, `-js`.
    case affix
    /// Two such names joined.
    case join

    /// Bytes of a name that is compared; longer ones are compared by nothing.
    static let bytesMax = 64
    /// Bytes below which one letter makes another word.
    static let typoBytesMin = 5
    /// Bytes from which two letters are still the same word.
    static let twoTyposBytesMin = 12
    /// Bytes below which a name is too short to be recognised inside another.
    static let affixBytesMin = 4

    /// Words that people put before or behind a name to make another of it. Sorted.
    static let affixes: Set<String> = [
        "api", "basic", "better", "bin", "client", "core", "dev", "easy", "fast", "gem", "helper", "helpers", "js",
        "latest",
        "lib", "libs", "lite", "mini", "my", "new", "next", "node", "nodejs", "npm", "official", "package", "pip",
        "plain", "plus", "pro", "py", "python", "python2", "python3", "rb", "real", "rs", "ruby", "safe", "sdk",
        "secure", "server",
        "simple", "smart", "super", "the", "tool", "tools", "true", "ts", "typescript", "ultra", "util", "utils",
        "v2", "v3", "x",
    ]

    /// How `name` could be taken for `other`; `nil` where it could not, or where they are the same.
    static func of(_ name: NameForm, as other: NameForm) -> NameLikeness? {
        guard name.text != other.text, name.bytes.count <= bytesMax, other.bytes.count <= bytesMax else { return nil }
        if name.joined == other.joined { return name.scope == other.scope ? .separator : .scope }
        if name.scope == other.scope || name.scope == nil {
            if other.joined.count >= affixBytesMin, name.folded == other.folded { return .homoglyph }
        }
        if isTypo(name.bytes, other.bytes) { return .typo }
        return other.joined.count >= affixBytesMin && name.cores.contains(other.joined) ? .affix : nil
    }

    private static func isTypo(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let shorter = min(left.count, right.count)
        guard shorter >= typoBytesMin, abs(left.count - right.count) <= 2 else { return false }
        // Numbers at the end tell generations of one package apart, not words.
        if isDigits(left.last), isDigits(right.last), left.dropLast() == right.dropLast() { return false }
        let most = shorter >= twoTyposBytesMin ? 2 : 1
        guard abs(left.count - right.count) <= most else { return false }
        let distance = EditDistance.of(left, right, atMost: most)
        guard distance <= most else { return false }
        return distance == 1 || left.first == right.first
    }

    private static func isDigits(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
}

/// A name in the forms in which it is compared.
struct NameForm: Hashable {
    /// As it is published.
    let text: String
    /// Its bytes, in lower case.
    let bytes: [UInt8]
    /// The scope without `@`; `nil` where there is none.
    let scope: String?
    /// Its words, the scope's before those of the name.
    let words: [String]
    /// All words in one.
    let joined: [UInt8]
    /// The same with characters that look alike made one.
    let folded: [UInt8]
    /// What is left without affixes before and behind it, each way to leave some out, in one.
    let cores: [[UInt8]]

    init(_ text: String) {
        self.text = text
        let lower = text.lowercased()
        bytes = Array(lower.utf8)
        let parts = lower.hasPrefix("@") ? lower.dropFirst().split(separator: "/", maxSplits: 1) : []
        scope = parts.count == 2 ? String(parts[0]) : nil
        words = lower.split { "@/-_.".contains($0) }.map(String.init)
        joined = words.flatMap { Array($0.utf8) }
        folded = Self.folded(joined)
        cores = scope == nil ? Self.cores(of: words) : []
    }

    /// Words of a name that are looked at for affixes.
    static let wordsMax = 8

    private static func cores(of words: [String]) -> [[UInt8]] {
        guard (2...wordsMax).contains(words.count) else { return [] }
        let before = words.prefix { NameLikeness.affixes.contains($0) }.count
        let behind = words.reversed().prefix { NameLikeness.affixes.contains($0) }.count
        var cores: [[UInt8]] = []
        for start in 0...before {
            for end in (words.count - behind)...words.count where start < end && end - start < words.count {
                cores.append(words[start..<end].flatMap { Array($0.utf8) })
            }
        }
        return cores
    }

    private static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0"): output.append(UInt8(ascii: "o"))
            case UInt8(ascii: "1"), UInt8(ascii: "i"): output.append(UInt8(ascii: "l"))
            case UInt8(ascii: "5"): output.append(UInt8(ascii: "s"))
            case UInt8(ascii: "n") where output.last == UInt8(ascii: "r"):
                output[output.count - 1] = UInt8(ascii: "m")
            case UInt8(ascii: "v") where output.last == UInt8(ascii: "v"):
                output[output.count - 1] = UInt8(ascii: "w")
            default: output.append(byte)
            }
        }
        return output
    }
}
