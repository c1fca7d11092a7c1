import SallyportArchive
import SallyportModel

/// A further reading of an archive for names that no reference leads to: whether any file writes one of them as a module,
/// a plug-in, a loader or a path would be written.
///
/// Behind a quote, `/`, `!` or `~`, and before a quote, `/`, `!`, `?`, `,` or a blank: so a word in a sentence is none.
struct MentionPass: ArchiveVisitor {
    /// The names that were found.
    private(set) var mentioned: Set<String> = []
    private let names: Set<String>
    /// Each name as it may be written.
    private let spellings: [(text: String, bytes: [UInt8])]
    /// Whether a name begins with a byte.
    private var begins = [Bool](repeating: false, count: 256)
    private let language: Language
    private let root: String
    private let limits: AnalysisLimits
    private var isWanted = false
    private var isManifest = false
    private var buffer: [UInt8] = []

    init(_ names: Set<String>, language: Language, root: String, limits: AnalysisLimits) {
        self.names = names
        spellings = names.sorted().flatMap { name in
            Self.spellings(of: name, language).map { (name, Array($0.utf8)) }
        }
        self.language = language
        self.root = root
        self.limits = limits
        for spelling in spellings { if let first = spelling.bytes.first { begins[Int(first)] = true } }
    }

    /// Python's projects are written as modules are: `sphinxcontrib.applehelp` for `sphinxcontrib-applehelp`.
    private static func spellings(of name: String, _ language: Language) -> Set<String> {
        guard language == .python else { return [name] }
        let normal = PackageURL.pypiNormal(name)
        return [name, normal, normal.replacing("-", with: "_"), normal.replacing("-", with: ".")]
    }

    mutating func begin(_ entry: ArchiveEntry) {
        isManifest = entry.path == root + "package.json"
        // What is too large to be read names nothing: else one such file would be a way to be silent.
        isWanted =
            mentioned.count < names.count && entry.size <= limits.fileBytesMax
            && Self.isLookedAt(entry.path, language: language)
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard isWanted else { return }
        if buffer.isEmpty { buffer.reserveCapacity(chunk.count) }
        for index in 0..<chunk.count { buffer.append(chunk[index]) }
    }

    mutating func end() {
        guard isWanted else { return }
        isWanted = false
        let bytes = buffer
        buffer = []
        if isManifest {
            searchManifest(bytes.span)
        } else {
            search(bytes.span)
        }
        buffer = bytes
    }

    /// Lists of dependencies name what nothing loads, and words for people name everything.
    private static func isLookedAt(_ path: String, language: Language) -> Bool {
        let name = PathText.name(of: path).lowercased()
        let lists: Set<String> = [
            "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "poetry.lock",
            "uv.lock", "pdm.lock", "pipfile", "pipfile.lock", "pkg-info", "metadata", "requires.txt", "record",
        ]
        if lists.contains(name) || name.hasPrefix("requirements") { return false }
        if language == .python, name == "setup.py" || name == "setup.cfg" || name == "pyproject.toml" { return false }
        return ![".md", ".markdown", ".rst", ".txt", ".png", ".jpg", ".gif", ".woff", ".woff2", ".ttf"]
            .contains { name.hasSuffix($0) }
    }

    private mutating func search(_ bytes: Span<UInt8>) {
        var position = 0
        while position + 1 < bytes.count {
            let isOpening = Self.isOpening(bytes[position]) && !Self.isBeside(bytes, position)
            position += 1
            guard isOpening, begins[Int(bytes[position])] else { continue }
            note(in: bytes, at: position)
        }
    }

    private mutating func note(in bytes: Span<UInt8>, at position: Int) {
        for name in spellings where !mentioned.contains(name.text) {
            let end = position + name.bytes.count
            guard end <= bytes.count, end == bytes.count || Self.isClosing(bytes[end]) else { continue }
            var offset = 0
            while offset < name.bytes.count, bytes[position + offset] == name.bytes[offset] { offset += 1 }
            if offset == name.bytes.count { mentioned.insert(name.text) }
        }
    }

    /// The slash of `./`: what follows is a file of the package.
    private static func isBeside(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        bytes[position] == UInt8(ascii: "/") && position > 0 && bytes[position - 1] == UInt8(ascii: ".")
    }

    private static func isOpening(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "/"), UInt8(ascii: "!"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "/"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\\"):
            true
        default: false
        }
    }

    /// The manifest names every dependency: what counts is what stands elsewhere in it, in a script or a tool's settings.
    private mutating func searchManifest(_ bytes: Span<UInt8>) {
        let texts = ManifestMentions.texts(in: bytes)
        for name in names where !mentioned.contains(name) {
            let last = name.split(separator: "/").last.map(String.init) ?? name
            if texts.contains(where: { ManifestMentions.has(last, in: $0) }) { mentioned.insert(name) }
        }
    }
}
