/// A file that is exactly one gzip member (RFC 1952).
struct GzipMember {
    /// Where the deflate data starts.
    let dataOffset: Int
    private let limits: ArchiveLimits

    private static let trailerBytes = 8

    /// Reads the header; refuses reserved flags and fields that are not whole.
    init(_ bytes: Span<UInt8>, limits: ArchiveLimits) throws(ArchiveError) {
        self.limits = limits
        guard bytes.count >= 10 else { throw Self.error(.truncated, at: bytes.count) }
        guard bytes[0] == 0x1F, bytes[1] == 0x8B else { throw Self.error(.invalidHeader, at: 0) }
        guard bytes[2] == 8 else { throw Self.error(.unsupportedMethod, at: 2) }
        let flags = bytes[3]
        guard flags & 0xE0 == 0 else { throw Self.error(.invalidHeader, at: 3) }
        var cursor = 10
        if flags & 4 != 0 {
            guard bytes.count >= cursor + 2 else { throw Self.error(.truncated, at: cursor) }
            cursor += 2 + bytes.uint16(at: cursor)
        }
        if flags & 8 != 0 { cursor = try Self.endOfText(bytes, from: cursor, limits: limits) }
        if flags & 16 != 0 { cursor = try Self.endOfText(bytes, from: cursor, limits: limits) }
        if flags & 2 != 0 {
            guard bytes.count >= cursor + 2 else { throw Self.error(.truncated, at: bytes.count) }
            let sum = Int(Checksum.crc32(0, bytes.extracting(0..<cursor)) & 0xFFFF)
            guard sum == bytes.uint16(at: cursor) else { throw Self.error(.checksumMismatch, at: cursor) }
            cursor += 2
        }
        guard bytes.count >= cursor + Self.trailerBytes else { throw Self.error(.truncated, at: bytes.count) }
        dataOffset = cursor
    }

    /// Decompresses the member and checks that nothing follows it.
    ///
    /// - Returns: the bytes of content.
    func decompress(
        _ bytes: Span<UInt8>,
        sink: (_ chunk: Span<UInt8>) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> Int {
        var budget = UnpackBudget(limits: limits, archiveBytes: bytes.count, isCompressed: true)
        if let content = try oneShot(bytes, budget: budget) {
            if !content.isEmpty { try sink(content.span) }
            return content.count
        }
        var sum: UInt32 = 0
        let end = try StreamInflate.decompress(bytes, in: dataOffset..<bytes.count, layer: .gzip) {
            (chunk, offset) throws(ArchiveError) in
            try budget.spend(chunk.count, at: Place(layer: .gzip, offset: offset))
            sum = Checksum.crc32(sum, chunk)
            try sink(chunk)
        }
        try checkTrailer(bytes, at: end, sum: sum, size: budget.unpacked)
        return budget.unpacked
    }

    /// The whole content when the size in the trailer is small and everything agrees. Otherwise nil: the stream
    /// reads again and finds the reason.
    private func oneShot(_ bytes: Span<UInt8>, budget: UnpackBudget) throws(ArchiveError) -> [UInt8]? {
        let trailer = bytes.count - Self.trailerBytes
        let size = bytes.uint32(at: trailer + 4)
        guard size <= ArchiveReader.oneShotBytesMax, budget.admits(size) else { return nil }
        let inflate = try OneShotInflate(layer: .gzip)
        guard let content = inflate.decompress(bytes.extracting(dataOffset..<trailer), size: size) else { return nil }
        return Int(Checksum.crc32(0, content.span)) == bytes.uint32(at: trailer) ? content : nil
    }

    private func checkTrailer(_ bytes: Span<UInt8>, at end: Int, sum: UInt32, size: Int) throws(ArchiveError) {
        guard bytes.count >= end + Self.trailerBytes else { throw Self.error(.truncated, at: bytes.count) }
        guard bytes.uint32(at: end) == Int(sum) else { throw Self.error(.checksumMismatch, at: end) }
        guard bytes.uint32(at: end + 4) == size & 0xFFFF_FFFF else { throw Self.error(.sizeMismatch, at: end + 4) }
        let next = end + Self.trailerBytes
        guard bytes.count > next else { return }
        let isMember = bytes.count >= next + 2 && bytes[next] == 0x1F && bytes[next + 1] == 0x8B
        throw Self.error(isMember ? .multipleMembers : .trailingData, at: next)
    }

    private static func endOfText(
        _ bytes: Span<UInt8>,
        from start: Int,
        limits: ArchiveLimits
    ) throws(ArchiveError) -> Int {
        var cursor = start
        while cursor < bytes.count {
            guard cursor - start <= limits.metadataBytesMax else { throw error(.metadataTooLarge, at: start) }
            if bytes[cursor] == 0 { return cursor + 1 }
            cursor += 1
        }
        throw error(.truncated, at: bytes.count)
    }

    private static func error(_ code: ArchiveError.Code, at offset: Int) -> ArchiveError {
        ArchiveError(code, layer: .gzip, offset: offset)
    }
}
