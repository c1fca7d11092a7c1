/// Compressed text inside of code: zlib (RFC 1950), gzip (RFC 1952) or raw deflate data (RFC 1951).
public enum Deflate {
    /// Decompresses as much as decodes, up to a limit; checksums are not looked at, since a program would get what comes
    /// before them.
    ///
    /// - Parameters:
    ///   - bytes: the data; its form is told from its first bytes.
    ///   - limit: bytes that are kept; what comes behind is left out.
    /// - Returns: the content; empty when nothing decodes.
    public static func content(_ bytes: Span<UInt8>, limit: Int) -> [UInt8] {
        guard bytes.count > 2 else { return [] }
        if bytes[0] == 0x1F, bytes[1] == 0x8B { return (try? Gzip.decompress(bytes, limit: limit)) ?? [] }
        let isZlib = bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
        var content: [UInt8] = []
        _ = try? StreamInflate.decompress(bytes, in: (isZlib ? 2 : 0)..<bytes.count, layer: .gzip) {
            (chunk, offset) throws(ArchiveError) in
            let room = limit - content.count
            content.append(contentsOf: chunk.array(0..<min(room, chunk.count)))
            guard chunk.count < room else { throw ArchiveError(.unpackedTooLarge, layer: .gzip, offset: offset) }
        }
        return content
    }
}
