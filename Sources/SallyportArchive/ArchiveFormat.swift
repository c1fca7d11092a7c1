/// The archive formats that Sallyport reads.
public enum ArchiveFormat: String, Sendable, Codable, CaseIterable {
    /// A tar stream in one gzip member (RFC 1952): npm tarballs, source distributions.
    case gzipTar = "tar.gz"
    /// A bare tar stream (POSIX.1-2017 pax, ustar, old GNU, v7).
    case tar
    /// A zip file (PKWARE APPNOTE 6.3): wheels.
    case zip
    /// A gem: a bare tar that holds a specification and a tar of files, each in its own gzip member.
    case gem

    /// The format that the leading bytes show, never a file name; nil when they show none.
    ///
    /// A promise about the first bytes only: whether the rest is that format is for `ArchiveReader` to say.
    /// A bare tar is recognised by a first header whose checksum holds, so at least 512 bytes are needed.
    public static func detect(_ bytes: Span<UInt8>) -> ArchiveFormat? {
        guard bytes.count >= 4 else { return nil }
        if bytes[0] == 0x1F, bytes[1] == 0x8B { return .gzipTar }
        if bytes[0] == 0x50, bytes[1] == 0x4B {
            if bytes[2] == 3, bytes[3] == 4 { return .zip }
            if bytes[2] == 5, bytes[3] == 6 { return .zip }
        }
        if TarHeader.checksumHolds(bytes) { return isGem(bytes) ? .gem : .tar }
        return nil
    }

    /// Whether the first entry of a tar is one that only gems have at the top.
    private static func isGem(_ bytes: Span<UInt8>) -> Bool {
        var end = 0
        while end < 100, bytes[end] != 0 { end += 1 }
        let name = String(decoding: bytes.array(0..<end), as: UTF8.self)
        let suffix = GemMembers.signatureSuffix
        return GemMembers.names.contains(name.hasSuffix(suffix) ? String(name.dropLast(suffix.utf8.count)) : name)
    }
}
