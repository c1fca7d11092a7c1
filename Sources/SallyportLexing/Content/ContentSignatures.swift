/// The fixed bytes by which binary formats begin.
enum ContentSignatures {
    static func match(_ bytes: Span<UInt8>) -> ContentType? {
        simple(bytes) ?? ambiguous(bytes)
    }

    private static let table: [(magic: [UInt8], type: ContentType)] = [
        ([0x7F, 0x45, 0x4C, 0x46], .elf),
        ([0x00, 0x61, 0x73, 0x6D], .wasm),
        ([0x42, 0x43, 0xC0, 0xDE], .llvmBitcode),
        (Array("!<arch>\n".utf8), .unixArchive),
        ([0xFE, 0xED, 0xFA, 0xCE], .machO), ([0xFE, 0xED, 0xFA, 0xCF], .machO),
        ([0xCE, 0xFA, 0xED, 0xFE], .machO), ([0xCF, 0xFA, 0xED, 0xFE], .machO),
        (Array("dex\n".utf8), .dalvik),
        ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip), ([0x50, 0x4B, 0x07, 0x08], .zip),
        ([0x1F, 0x8B], .gzip),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
        ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        (Array("Rar!".utf8) + [0x1A, 0x07], .rar),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image(.png)),
        ([0xFF, 0xD8, 0xFF], .image(.jpeg)),
        (Array("GIF87a".utf8), .image(.gif)), (Array("GIF89a".utf8), .image(.gif)),
        (Array("%PDF-".utf8), .pdf),
        (Array("wOFF".utf8), .font), (Array("wOF2".utf8), .font), ([0x00, 0x01, 0x00, 0x00], .font),
        (Array("OTTO".utf8) + [0x00], .font), (Array("ttcf".utf8) + [0x00], .font),
        (Array("OggS".utf8) + [0x00], .media), (Array("fLaC".utf8) + [0x00], .media),
        (Array("ID3".utf8) + [0x03], .media),
        (Array("ID3".utf8) + [0x04], .media),
        (Array("SQLite format 3".utf8) + [0x00], .sqlite),
    ]

    private static func simple(_ bytes: Span<UInt8>) -> ContentType? {
        for entry in table where ContentType.starts(bytes, entry.magic) { return entry.type }
        return nil
    }

    /// Signatures that need a second look, because text or another format may begin the same way.
    private static func ambiguous(_ bytes: Span<UInt8>) -> ContentType? {
        if ContentType.starts(bytes, [0xCA, 0xFE, 0xBA, 0xBE]) || ContentType.starts(bytes, [0xCA, 0xFE, 0xBA, 0xBF]) {
            return fatOrClass(bytes)
        }
        if ContentType.starts(bytes, [0xBE, 0xBA, 0xFE, 0xCA]) || ContentType.starts(bytes, [0xBF, 0xBA, 0xFE, 0xCA]) {
            return .machO
        }
        if ContentType.starts(bytes, Array("MZ".utf8)) { return portableExecutable(bytes) }
        if ContentType.starts(bytes, Array("BZh".utf8)), bytes.count > 9, (0x31...0x39).contains(bytes[3]),
            ContentType.starts(bytes, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4)
                || ContentType.starts(bytes, [0x17, 0x72, 0x45, 0x38, 0x50, 0x90], at: 4)
        {
            return .bzip2
        }
        if ContentType.starts(bytes, Array("ustar".utf8), at: 257) { return .tar }
        if ContentType.starts(bytes, Array("RIFF".utf8)), bytes.count >= 12 {
            if ContentType.starts(bytes, Array("WEBP".utf8), at: 8) { return .image(.webp) }
            return .media
        }
        if ContentType.starts(bytes, Array("ftyp".utf8), at: 4), bytes[0] == 0 { return .media }
        return pythonBytecode(bytes) ?? smallImages(bytes)
    }

    /// A fat Mach-O file counts its architectures where a Java class has its version, which is never below 43.
    private static func fatOrClass(_ bytes: Span<UInt8>) -> ContentType {
        guard bytes.count >= 8, bytes[3] == 0xBE else { return .machO }
        let second = UInt32(bytes[4]) << 24 | UInt32(bytes[5]) << 16 | UInt32(bytes[6]) << 8 | UInt32(bytes[7])
        return second < 43 ? .machO : .javaClass
    }

    /// `MZ` may begin a text; a header that points to `PE`, or bytes that no text has, make it an executable.
    private static func portableExecutable(_ bytes: Span<UInt8>) -> ContentType? {
        if bytes.count >= 64 {
            let header = Int(bytes[60]) | Int(bytes[61]) << 8 | Int(bytes[62]) << 16
            if bytes[63] == 0, ContentType.starts(bytes, Array("PE".utf8) + [0, 0], at: header) {
                return .portableExecutable
            }
        }
        for index in 2..<min(bytes.count, 64) where bytes[index] < 0x09 { return .portableExecutable }
        return nil
    }

    /// Two bytes of version, CR LF, then flags (0 to 3) or, before Python 3.7, a time.
    private static func pythonBytecode(_ bytes: Span<UInt8>) -> ContentType? {
        guard bytes.count >= 12, bytes[2] == 0x0D, bytes[3] == 0x0A else { return nil }
        let version = UInt16(bytes[0]) | UInt16(bytes[1]) << 8
        // 3.x counts from 3000 on, 2.x from 50000 to 63000.
        guard (3000...4999).contains(version) || (50_000...63_000).contains(version) else { return nil }
        for index in 4..<12 where bytes[index] < 0x09 || bytes[index] >= 0x80 { return .pythonBytecode }
        return nil
    }

    private static func smallImages(_ bytes: Span<UInt8>) -> ContentType? {
        if ContentType.starts(bytes, [0, 0, 1, 0]), bytes.count >= 6, bytes[4] > 0, bytes[5] == 0 {
            return .image(.ico)
        }
        if ContentType.starts(bytes, Array("BM".utf8)), bytes.count >= 26, bytes[6] == 0, bytes[7] == 0, bytes[8] == 0,
            bytes[9] == 0
        {
            return .image(.bmp)
        }
        return nil
    }
}
