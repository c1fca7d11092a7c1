/// Names of modules that the texts of a build hold, taken out once: a package may bring thousands of both.
struct ModuleMentions {
    /// Words that end as files of Python do.
    private var files: Set<Substring> = []
    /// What whole texts name: `release`, the module of `release:main` and of `release.main`.
    private var modules: Set<Substring> = []

    /// Adds what a text names.
    mutating func add(_ text: String) {
        for word in text.utf8.split(whereSeparator: { !Self.isWord($0) }) {
            var word = word
            // A sentence ends behind it.
            while word.last == UInt8(ascii: ".") { word.removeLast() }
            if word.suffix(Self.ending.count).elementsEqual(Self.ending) { files.insert(Substring(word)) }
        }
        modules.insert(text[...])
        for sign in [UInt8(ascii: ":"), UInt8(ascii: ".")] {
            if let end = text.utf8.firstIndex(of: sign) { modules.insert(text[..<end]) }
        }
    }

    /// Whether a file, `release.py`, is named: by its name, or as a module. A name that is no word may stand anywhere.
    func hold(_ name: String) -> Bool {
        files.contains(name[...]) || modules.contains(name.dropLast(Self.ending.count))
            || !name.utf8.allSatisfy { Self.isWord($0) }
    }

    private static let ending = Array(".py".utf8)

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
