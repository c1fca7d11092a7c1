/// How much of one file is looked at, whatever its headers say: segments, slices and tables may name the same bytes again
/// and again.
struct NativeBudget {
    /// Symbols of one file.
    static let symbolsMax = 1 << 18
    /// How often the bytes of a file are counted.
    static let passesMax = 2

    private var symbols = symbolsMax
    private var measured: Int

    init(_ bytes: Span<UInt8>) { measured = bytes.count * Self.passesMax }

    /// Whether one symbol more is read.
    mutating func takeSymbol() -> Bool {
        symbols -= 1
        return symbols >= 0
    }

    /// Whether so many bytes more are counted.
    mutating func takeBytes(_ count: Int) -> Bool {
        guard count <= measured else { return false }
        measured -= count
        return true
    }
}

/// What is odd about a native program, whatever its format.
enum NativeSigns {
    /// Names that packers and protectors give to sections.
    static func packer(ofSection name: String) -> String? {
        let lower = name.lowercased()
        for (prefix, packer) in packers where lower.hasPrefix(prefix) { return packer }
        return nil
    }

    private static let packers: [(String, String)] = [
        ("upx", "UPX"), (".upx", "UPX"), (".vmp", "VMProtect"), (".themida", "Themida"), (".winlice", "Themida"),
        (".aspack", "ASPack"), (".adata", "ASPack"), (".mpress", "MPRESS"), (".petite", "Petite"),
        (".enigma", "Enigma"),
        (".nsp", "NSPack"), ("pec2", "PECompact"), ("pecompact", "PECompact"), (".themid", "Themida"),
        (".boom", "Boomerang"), (".sforce", "StarForce"), ("kkrunchy", "kkrunchy"),
    ]

    /// Bits in a byte above which code is no code but packed: compiled code stays below 6.8.
    static let packedBits = 7.2
    /// Bytes below which no such figure says anything.
    static let packedBytesMin = 4096
    /// Bytes behind a program's end that are nothing but padding.
    static let overlayMin = 512

    /// States packed code.
    static func look(
        atCode range: Range<Int>,
        _ bytes: Span<UInt8>,
        _ budget: inout NativeBudget,
        _ program: inout NativeProgram
    ) {
        guard range.count >= packedBytesMin else { return }
        guard budget.takeBytes(range.count) else { return program.isCut = true }
        if ByteEntropy.bits(bytes, in: range) > packedBits { add("packed code", &program) }
    }

    /// States what stands behind the end that the headers give, and what is known to stand there.
    static func look(behind end: Int, _ bytes: Span<UInt8>, _ program: inout NativeProgram) {
        let rest = bytes.count - end
        if end > 0, rest >= overlayMin { add("\(rest) bytes behind its end", &program) }
        let tail = max(0, bytes.count - 8192)..<bytes.count
        for (mark, name) in bundlers where NativeBytes.contains(mark, bytes, in: tail) {
            add("bundled by \(name)", &program)
        }
    }

    private static let bundlers: [(StaticString, String)] = [
        ("MEI\u{0C}\u{0B}\u{0A}\u{0B}\u{0E}", "PyInstaller"), ("---- Bun! ----", "bun"), ("d3n0l4nd", "deno"),
        ("<nexe~~sentinel>", "nexe"), ("NullsoftInst", "NSIS"),
    ]

    static func add(_ sign: String, _ program: inout NativeProgram) {
        guard program.signs.count < 8, !program.signs.contains(sign) else { return }
        program.signs.append(sign)
    }
}
