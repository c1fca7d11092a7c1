/// What a file is, by its first bytes and never by its name.
public enum ContentType: Sendable, Hashable {
    /// No bytes at all.
    case empty
    /// An ELF executable, library or object.
    case elf
    /// A Windows executable or library (`MZ`).
    case portableExecutable
    /// A Mach-O file, thin or fat.
    case machO
    /// A WebAssembly module.
    case wasm
    /// LLVM bitcode.
    case llvmBitcode
    /// A static library (`!<arch>`), which is also a Debian package.
    case unixArchive
    /// A compiled Java class.
    case javaClass
    /// Compiled Python (`.pyc`).
    case pythonBytecode
    /// Android's Dalvik code.
    case dalvik
    /// Zip, and what is built on it (wheels, jars, office documents).
    case zip
    /// gzip
    case gzip
    /// xz
    case xz
    /// Zstandard
    case zstandard
    /// bzip2
    case bzip2
    /// 7-Zip
    case sevenZip
    /// RAR
    case rar
    /// tar, by its `ustar` magic.
    case tar
    /// A raster image: PNG, JPEG, GIF, WebP, ICO, BMP.
    case image(ImageFormat)
    /// PDF
    case pdf
    /// A font: WOFF, WOFF2, TrueType, OpenType.
    case font
    /// Sound or film: WAV, Ogg, MP3 with a tag, MPEG-4, FLAC.
    case media
    /// A SQLite database.
    case sqlite
    /// Text that begins with `#!`; the interpreter's name without its folder (`env` looked through).
    case script(interpreter: String)
    /// Text in UTF-8 (ASCII included), with or without a byte order mark.
    case text
    /// Text in UTF-16 or UTF-32, by its byte order mark.
    case wideText
    /// Bytes that are none of these.
    case binary

    /// The image formats that are told apart.
    public enum ImageFormat: String, Sendable, CaseIterable {
        /// The formats by their usual names.
        case png, jpeg, gif, webp, ico, bmp
    }

    /// How many bytes `detect` looks at; more are not needed.
    public static let prefixBytesMax = 4096

    /// Whether a processor or a virtual machine runs it as it is: new ones in a package are worth a second look.
    public var isNativeCode: Bool {
        switch self {
        case .elf, .portableExecutable, .machO, .wasm, .llvmBitcode, .unixArchive, .javaClass, .pythonBytecode, .dalvik:
            true
        default: false
        }
    }

    /// Whether it packs other files.
    public var isArchive: Bool {
        switch self {
        case .zip, .gzip, .xz, .zstandard, .bzip2, .sevenZip, .rar, .tar, .unixArchive: true
        default: false
        }
    }

    /// Whether it is text in any encoding.
    public var isText: Bool {
        switch self {
        case .text, .wideText, .script: true
        default: false
        }
    }

    /// A short stable name for reports.
    public var name: String {
        switch self {
        case .image(let format): format.rawValue
        case .script(let interpreter): "script:\(interpreter)"
        case .portableExecutable: "pe"
        case .machO: "mach-o"
        case .llvmBitcode: "llvm-bitcode"
        case .unixArchive: "ar"
        case .javaClass: "java-class"
        case .pythonBytecode: "python-bytecode"
        case .sevenZip: "7z"
        case .wideText: "wide-text"
        case .empty: "empty"
        case .elf: "elf"
        case .wasm: "wasm"
        case .dalvik: "dalvik"
        case .zip: "zip"
        case .gzip: "gzip"
        case .xz: "xz"
        case .zstandard: "zstandard"
        case .bzip2: "bzip2"
        case .rar: "rar"
        case .tar: "tar"
        case .pdf: "pdf"
        case .font: "font"
        case .media: "media"
        case .sqlite: "sqlite"
        case .text: "text"
        case .binary: "binary"
        }
    }

    /// Types a file by its first `prefixBytesMax` bytes. When the prefix is cut inside a UTF-8 character, that is still text.
    public static func detect(_ prefix: Span<UInt8>) -> ContentType {
        guard !prefix.isEmpty else { return .empty }
        if let type = ContentSignatures.match(prefix) { return type }
        return textual(prefix)
    }

    private static func textual(_ prefix: Span<UInt8>) -> ContentType {
        if starts(prefix, [0xFF, 0xFE]) || starts(prefix, [0xFE, 0xFF]) || starts(prefix, [0, 0, 0xFE, 0xFF]) {
            return .wideText
        }
        let count = min(prefix.count, prefixBytesMax)
        if hasBinary(prefix, count) { return .binary }
        if let invalid = UTF8Reading.firstInvalid(in: prefix), invalid < count {
            // A character cut by the end of the prefix is text; anything else is not.
            let isCut = prefix.count - invalid < 4 && prefix[invalid] >= 0xC2 && prefix[invalid] <= 0xF4
            guard isCut else { return .binary }
            for index in (invalid + 1)..<max(prefix.count, invalid + 1) where prefix[index] & 0xC0 != 0x80 {
                return .binary
            }
        }
        return interpreter(prefix).map(ContentType.script) ?? .text
    }

    /// Whether one of the first bytes is none of a text; eight at once where none of them is a control character.
    private static func hasBinary(_ bytes: Span<UInt8>, _ count: Int) -> Bool {
        var offset = 0
        while offset + 8 <= count {
            if Word.marks(Word.load(bytes, at: offset), below: 0x20) != 0 {
                for index in offset..<(offset + 8) where isBinary(bytes[index]) { return true }
            }
            offset += 8
        }
        for index in offset..<count where isBinary(bytes[index]) { return true }
        return false
    }

    /// Control characters that no text has: all but tab, line feed, vertical tab, form feed, return, escape.
    private static func isBinary(_ byte: UInt8) -> Bool {
        byte < 0x20 && (byte &- 0x09 > 4) && byte != 0x1B
    }

    static func starts(_ bytes: Span<UInt8>, _ magic: [UInt8], at offset: Int = 0) -> Bool {
        guard offset + magic.count <= bytes.count else { return false }
        for index in magic.indices where bytes[offset + index] != magic[index] { return false }
        return true
    }

    /// The interpreter that a `#!` line names: its last path component, behind `env` and its options and assignments.
    private static func interpreter(_ bytes: Span<UInt8>) -> String? {
        let start = starts(bytes, [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard starts(bytes, Array("#!".utf8), at: start) else { return nil }
        var end = start + 2
        while end < bytes.count, end - start < 256, !bytes[end].isLineBreak { end += 1 }
        let words = UTF8Reading.text(bytes, (start + 2)..<end).split { $0 == " " || $0 == "\t" }
        let names = words.map { $0.split(separator: "/").last.map(String.init) ?? String($0) }
        guard let first = names.first else { return "" }
        guard first == "env" else { return first }
        return names.dropFirst().first { !$0.hasPrefix("-") && !$0.contains("=") } ?? first
    }
}
