import SallyportLexing

/// What `package.json` says beside its lists of dependencies, its description and its addresses.
enum ManifestMentions {
    /// Texts of one manifest that are looked at.
    static let textsMax = 8_192

    private static let leftOut: Set<String> = [
        "dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "peerDependenciesMeta",
        "dependenciesMeta", "bundleDependencies", "bundledDependencies", "resolutions", "overrides", "name",
        "description", "keywords", "repository", "bugs", "homepage", "author", "contributors", "maintainers", "license",
        "version", "_id", "_from", "_resolved", "_where", "readme",
    ]

    /// Keys and strings, without those members; none of a manifest that can't be read.
    static func texts(in bytes: Span<UInt8>) -> [String] {
        guard let root = try? JSONValue.parse(bytes, limits: .manifest) else { return [] }
        var texts: [String] = []
        var waiting = (root.object ?? []).filter { !leftOut.contains($0.key) }.map(\.value)
        while let value = waiting.popLast(), texts.count < textsMax {
            switch value {
            case .string(let text): texts.append(text)
            case .array(let elements): waiting += elements
            case .object(let members):
                texts += members.map(\.key)
                waiting += members.map(\.value)
            default: continue
            }
        }
        return texts
    }

    /// Whether a name stands in a text as a word: no letter, digit, `_` or `-` on either side.
    static func has(_ name: String, in text: String) -> Bool {
        let (name, text) = (Array(name.utf8), Array(text.utf8))
        guard !name.isEmpty, text.count >= name.count else { return false }
        for start in 0...(text.count - name.count) where text[start] == name[0] {
            let end = start + name.count
            guard text[start..<end].elementsEqual(name) else { continue }
            if (start == 0 || !isWord(text[start - 1])) && (end == text.count || !isWord(text[end])) { return true }
        }
        return false
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
