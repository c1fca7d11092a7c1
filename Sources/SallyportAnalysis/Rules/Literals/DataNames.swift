/// Names of files that are no code, in code that reaches out: what it evaluates, starts or unpacks may come from them.
///
/// Any constant that is written like a file's name counts, wherever it stands: paths are put together in too many ways to
/// be followed. A name that no file of the package has leads nowhere.
enum DataNames {
    /// Names of one source that are kept.
    static let namesMax = 256
    /// Bytes of a name.
    private static let bytesMax = 200
    /// Bytes of an ending.
    private static let endingMax = 12

    static func collect(
        _ stream: LexemeStream,
        _ source: Span<UInt8>,
        _ language: Language,
        _ collector: inout FindingsCollector
    ) {
        var opensArchives = language == .python ? nil : true
        for index in 0..<stream.count where stream.kind(at: index) == .string {
            let count = stream.byteCount(at: index)
            guard count >= 3, count <= bytesMax else { continue }
            let bytes = stream.bytes(at: index, in: source)
            guard isName(bytes) else { continue }
            let name = String(decoding: bytes, as: UTF8.self)
            guard Language.ofPath(name) == nil else { continue }
            if isArchive(name) {
                // A list of what belongs to the package names archives as well; who opens one has the means.
                if opensArchives == nil { opensArchives = hasMeans(stream) }
                if opensArchives == false { continue }
            }
            guard collector.dataNames.count < namesMax else { return }
            collector.dataNames.insert(name)
        }
    }

    private static func isArchive(_ name: String) -> Bool {
        [".gz", ".bz2", ".xz", ".zip", ".tar", ".tgz", ".7z", ".whl", ".egg"].contains { name.hasSuffix($0) }
    }

    /// Whether a source of Python names what opens an archive, puts one on the path of modules, or starts programs.
    private static func hasMeans(_ stream: LexemeStream) -> Bool {
        stream.lexemes.contains { $0.kind == .name && means.contains($0) }
    }

    private static let means = WordSet(
        "tarfile",
        "zipfile",
        "bz2",
        "lzma",
        "gzip",
        "zlib",
        "shutil",
        "zipimport",
        "zipimporter",
        "subprocess",
        "system",
        "popen",
        "Popen",
        "importlib",
        "pkgutil",
        "runpy",
        "addsitedir",
        "sys",
        "unpack_archive",
        "__import__",
        "getattr"
    )

    /// Endings of files that are no code, of which nobody makes code: templates are not among them.
    private static let endings: Set<String> = [
        "txt", "md", "csv", "tsv", "png", "jpg", "jpeg", "gif", "webp", "ico", "bmp", "svg", "wav", "mp3", "ogg", "ttf",
        "otf", "woff", "woff2", "lock", "map", "yml", "yaml", "toml", "xml", "dat", "bin", "db", "cfg", "ini", "log",
        "gz", "xz", "bz2", "zip", "tar", "pdf", "css", "pyi", "data", "rst", "pickle", "pkl", "npy", "blob", "wasm",
        "snap", "plist", "sqlite",
    ]

    /// Whether a constant ends as the name of such a file.
    static func isData(_ lexeme: Lexeme, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        let count = stream.byteCount(of: lexeme)
        guard count >= 3, count <= bytesMax else { return false }
        if !lexeme.flags.contains(.folded) {
            let end = min(Int(lexeme.end), source.count)
            let start = max(Int(lexeme.start), end - 8)
            guard start < end, (start..<end).contains(where: { source[$0] == UInt8(ascii: ".") }) else { return false }
        }
        let bytes = stream.bytes(of: lexeme, in: source)
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot + 1 < bytes.count, bytes.count - dot <= 8,
            !bytes.contains(where: { $0 == 0x20 || $0 == UInt8(ascii: "*") })
        else { return false }
        return endings.contains(String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased())
    }

    /// `folder/name.ending`, without blanks, quotes and addresses.
    private static func isName(_ bytes: [UInt8]) -> Bool {
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), bytes.count - dot <= endingMax else { return false }
        guard dot > 0, bytes[dot - 1] != UInt8(ascii: "/"), bytes[dot - 1] != UInt8(ascii: ".") else { return false }
        guard bytes.count - dot > 1, bytes[(dot + 1)...].allSatisfy({ isLetterOrDigit($0) }) else { return false }
        return bytes.allSatisfy { byte in
            isLetterOrDigit(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "+")
        } && !bytes.starts(with: Array("//".utf8))
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }
}
