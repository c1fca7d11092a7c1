/// Gzip (RFC 1952) of whole buffers, for HTTP bodies and tests.
public enum Gzip {
    /// Compresses to one member that depends on nothing but the bytes and the level: no name, time zero.
    ///
    /// - Parameters:
    ///   - bytes: what to compress.
    ///   - level: 0 (stored) to 12 (slowest); other values are moved into that range.
    public static func compress(_ bytes: Span<UInt8>, level: Int) -> [UInt8] {
        GzipWriter.compress(bytes, level: min(max(level, 0), 12))
    }

    /// Decompresses exactly one member that ends with the last byte.
    ///
    /// - Parameters:
    ///   - bytes: the member.
    ///   - limit: bytes that the content may have; one more is refused as `unpacked-too-large`.
    public static func decompress(_ bytes: Span<UInt8>, limit: Int) throws(ArchiveError) -> [UInt8] {
        var limits = ArchiveLimits()
        limits.unpackedBytesMax = limit
        limits.ratioMax = Int.max
        let member = try GzipMember(bytes, limits: limits)
        var content: [UInt8] = []
        _ = try member.decompress(bytes) { (chunk) throws(ArchiveError) in
            content.append(contentsOf: chunk.array(0..<chunk.count))
        }
        return content
    }
}
