/// The folders in which other packages are installed: what is written there runs when they are imported.
enum InstalledFolders {
    private static let functions = WordSet("getsitepackages", "getusersitepackages", "get_python_lib")

    /// What a call gives whose callee's last word is known by its hash.
    static func meaning(of word: UInt32) -> Meaning { functions.contains(word) ? .planted : [] }
}

/// Files that a source of Python opens at a path which it states, and texts that it treats as files:
/// `open("payload", "rb")`, `Path(folder, "payload")`, `io.BytesIO(b"…")`.
enum ConstantFile {
    private static let paths = WordSet(
        "open",
        "fdopen",
        "Path",
        "PurePath",
        "PosixPath",
        "joinpath",
        "join",
        "with_name",
        "open_binary",
        "open_text",
        "open_resource",
        "resource_stream",
        "resource_filename",
        "get_data",
        "read_bytes",
        "read_binary"
    )
    private static let buffers = WordSet("BytesIO", "StringIO", "BufferedReader")

    /// Bytes of a constant that may be code.
    private static let codeMin = 16

    /// What a call gives whose callee's last word is known by its hash.
    static func meaning(of word: UInt32, _ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Meaning {
        if paths.contains(word) {
            return (0..<4).contains { endsInName($0, call, stream, source) } ? .constantFile : []
        }
        guard buffers.contains(word) else { return [] }
        let isText = call.inside.prefix(16).contains { index in
            stream.constant(at: index).map { stream.byteCount(of: $0) >= codeMin } ?? false
        }
        return isText ? .constantFile : []
    }

    /// Whether an argument ends in a constant that names something, rather than says how to open it or ends a name.
    private static func endsInName(
        _ position: Int,
        _ call: Call,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Bool {
        guard let last = call.argument(position, stream)?.last, let lexeme = stream.constant(at: last) else {
            return false
        }
        let name = stream.bytes(of: lexeme, in: source).split(separator: 1).last ?? []
        return name.count >= 4 && name.first != UInt8(ascii: ".") && name.first != UInt8(ascii: "_")
    }
}
