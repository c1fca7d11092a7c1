import SallyportLexing

/// What code of Python names: by a word, or by a string that is one.
enum ModuleNames {
    /// Names of one source that are kept; one with more may name anything.
    static let countMax = 2048
    /// Bytes of a string that may be a name.
    private static let bytesMax = 64

    static let def = hash("def")
    static let async = hash("async")
    static let ifWord = hash("if")
    static let ownName = hash("__name__")
    private static let importWord = hash("import")
    private static let vars = hash("vars")
    /// By which code gets at any name.
    private static let reaching: Set<UInt32> = Set(
        [
            "globals", "locals", "eval", "exec", "execfile", "modules", "__dict__", "_getframe", "currentframe",
            "f_globals", "__globals__", "run_module", "run_path",
        ].map(hash)
    )

    private static func hash(_ word: String) -> UInt32 { UInt32(truncatingIfNeeded: NameHash.of(word.utf8)) }

    /// The hash of what a lexeme names; `nil` for one that names nothing.
    static func name(at index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> UInt32? {
        let lexeme = stream.lexemes[index]
        switch lexeme.kind {
        case .name: return lexeme.identity
        case .string where stream.byteCount(at: index) <= bytesMax:
            return UInt32(truncatingIfNeeded: NameHash.of(stream.bytes(at: index, in: source)))
        default: return nil
        }
    }

    /// Whether a name is one by which code gets at any other.
    static func reachesAll(_ name: UInt32, at index: Int, _ stream: LexemeStream) -> Bool {
        if reaching.contains(name) { return true }
        // That of a value is the value's; by itself it is that of the module.
        return name == vars && stream.kind(at: index + 1) == .openParenthesis
            && stream.kind(at: index + 2) == .closeParenthesis
    }

    /// Remembers what a source names that builds a package, unless it starts programs, or code that is made of values.
    static func note(_ stream: LexemeStream, _ source: Span<UInt8>, _ collector: inout FindingsCollector) {
        guard collector.inlineCode.isEmpty, collector.loads(oneOf: builders),
            !collector.has(.capabilityProcess, atLeast: .use), !collector.has(.capabilityDynamicCode, atLeast: .use)
        else { return }
        collector.names = all(in: stream, source)
    }

    /// Modules by which a source builds a package.
    private static let builders = ["setuptools", "distutils"]

    /// Everything that a source names; `nil` where that is too much, or may be anything.
    private static func all(in stream: LexemeStream, _ source: Span<UInt8>) -> [UInt32]? {
        var names: Set<UInt32> = []
        for index in 0..<stream.count {
            guard let name = name(at: index, stream, source) else {
                // `from module import *`
                if stream.kind(at: index) == .sign, isStar(index, stream, source) { return nil }
                continue
            }
            if reachesAll(name, at: index, stream) { return nil }
            names.insert(name)
            if names.count > countMax { return nil }
        }
        return names.sorted()
    }

    /// Whether a name is the one that `def` introduces.
    static func isDeclared(at index: Int, _ stream: LexemeStream) -> Bool {
        stream.kind(at: index) == .name && stream.kind(at: index - 1) == .name
            && stream.lexemes[index - 1].identity == def
    }

    private static func isStar(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        let start = Int(stream.lexemes[index].start)
        guard start < source.count, source[start] == UInt8(ascii: "*") else { return false }
        return stream.kind(at: index - 1) == .name && stream.lexemes[index - 1].identity == importWord
    }
}
