import SallyportLexing
import SallyportModel

/// Compiled Python, which runs without its source and is not read.
enum Bytecode {
    /// What a record calls bytecode that is checked by a hash or by nothing (PEP 552), and is therefore taken in place of
    /// a source that lies beside it.
    static let hashedContent = "python-bytecode-hashed"

    /// The first magic number whose files have flags behind it: Python 3.7's.
    private static let firstWithFlags = 3390

    /// Whether bytecode says that it does not go by its source's time.
    static func isHashed(_ bytes: Span<UInt8>, _ content: String) -> Bool {
        guard content == ContentType.pythonBytecode.name, bytes.count >= 8 else { return false }
        let version = Int(bytes[0]) | Int(bytes[1]) << 8
        return version >= firstWithFlags && version < 5000 && bytes[4] & 1 == 1
    }

    /// Whether an import may run the file: no source lies where it would be taken instead.
    ///
    /// Installers compile anew and unpack with new times, so what lies in `__pycache__` beside its source and goes by
    /// the source's time is never run.
    static func isImportable(_ record: FileRecord, isThere: (String) -> Bool) -> Bool {
        let name = PathText.name(of: record.path)
        guard name.hasSuffix(".pyc") || name.hasSuffix(".pyo") else { return false }
        let folder = PathText.folder(of: record.path)
        if record.content == hashedContent { return true }
        guard folder.hasSuffix("__pycache__/") else { return !isThere(folder + name.dropLast(1)) }
        let stem = name.prefix { $0 != "." }
        return !isThere(folder.dropLast("__pycache__/".count) + stem + ".py")
    }
}
