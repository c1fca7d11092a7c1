/// A gzip member whose every field can be set, right or wrong. The defaults make an honest, deterministic one.
public struct GzipForge: Sendable {
    /// Flags byte; nil sets the bits of the optional fields that are present.
    public var flags: UInt8?
    /// Compression method, 8 for deflate.
    public var method: UInt8 = 8
    /// Modification time, seconds.
    public var modified: UInt32 = 0
    /// Extra field, with its length in front when written.
    public var extra: [UInt8]?
    /// Original file name, without the closing NUL.
    public var name: [UInt8]?
    /// Comment, without the closing NUL.
    public var comment: [UInt8]?
    /// Whether a header checksum follows the header.
    public var hasHeaderChecksum = false
    /// Header checksum when it should not be the right one.
    public var headerChecksum: UInt16?
    /// Content checksum when it should not be the right one.
    public var checksum: UInt32?
    /// Content length when it should not be the right one.
    public var size: UInt32?
    /// zlib's compression level.
    public var level = 6

    /// An honest member.
    public init() {}

    /// The member for some content.
    public func bytes(of content: [UInt8]) -> [UInt8] {
        var made: [UInt8] = [0x1F, 0x8B, method, flags ?? presentFlags]
        made.appendLittleEndian(UInt64(modified), width: 4)
        made += [0, 255]
        if let extra {
            made.appendLittleEndian(UInt64(extra.count), width: 2)
            made += extra
        }
        if let name { made += name + [0] }
        if let comment { made += comment + [0] }
        if hasHeaderChecksum {
            let right = UInt16(truncatingIfNeeded: Deflate.crc32(made))
            made.appendLittleEndian(UInt64(headerChecksum ?? right), width: 2)
        }
        made += Deflate.compress(content, level: level)
        made.appendLittleEndian(UInt64(checksum ?? Deflate.crc32(content)), width: 4)
        made.appendLittleEndian(UInt64(size ?? UInt32(truncatingIfNeeded: content.count)), width: 4)
        return made
    }

    private var presentFlags: UInt8 {
        var flags: UInt8 = 0
        if hasHeaderChecksum { flags |= 2 }
        if extra != nil { flags |= 4 }
        if name != nil { flags |= 8 }
        if comment != nil { flags |= 16 }
        return flags
    }
}

/// One honest, deterministic gzip member of the bytes.
public func gzip(_ bytes: [UInt8]) -> [UInt8] {
    GzipForge().bytes(of: bytes)
}
