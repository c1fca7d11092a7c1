/// The fields that a local header and a central directory entry share, to be set right or wrong.
public struct ZipFields: Sendable {
    /// Bytes of the name.
    public var name: [UInt8]
    /// Version needed to extract.
    public var versionNeeded: UInt16 = 20
    /// General purpose flags.
    public var flags: UInt16 = 0
    /// Compression method: 0 stored, 8 deflated.
    public var method: UInt16 = 0
    /// Last modification, in DOS form: 1980-01-01.
    public var modified: UInt32 = 0x0021_0000
    /// CRC-32 of the content.
    public var checksum: UInt32 = 0
    /// Size before decompression.
    public var compressedSize: UInt32 = 0
    /// Size after decompression.
    public var size: UInt32 = 0
    /// Extra fields.
    public var extra: [UInt8] = []

    func appendShared(to bytes: inout [UInt8]) {
        bytes.appendLittleEndian(UInt64(versionNeeded), width: 2)
        bytes.appendLittleEndian(UInt64(flags), width: 2)
        bytes.appendLittleEndian(UInt64(method), width: 2)
        bytes.appendLittleEndian(UInt64(modified), width: 4)
        bytes.appendLittleEndian(UInt64(checksum), width: 4)
        bytes.appendLittleEndian(UInt64(compressedSize), width: 4)
        bytes.appendLittleEndian(UInt64(size), width: 4)
        bytes.appendLittleEndian(UInt64(name.count), width: 2)
        bytes.appendLittleEndian(UInt64(extra.count), width: 2)
    }
}

/// One member of a zip file: what stands at its place, and what the central directory says of it.
public struct ZipMember: Sendable {
    /// The header in front of the data; nil leaves header and data out.
    public var local: ZipFields?
    /// The entry of the central directory; nil leaves it out.
    public var central: ZipFields?
    /// The data as stored in the file.
    public var data: [UInt8]
    /// Bytes before the local header.
    public var before: [UInt8] = []
    /// Bytes after the data: a descriptor.
    public var descriptor: [UInt8] = []
    /// Offset of the local header in the central directory; nil writes the true one.
    public var offset: UInt32?
    /// Comment in the central directory.
    public var comment: [UInt8] = []
    /// Version made by; the high byte names the system, 3 for Unix.
    public var versionMadeBy: UInt16 = 0x0314
    /// External attributes; Unix mode in the high 16 bits.
    public var externalAttributes: UInt32
    /// Disk on which the entry starts.
    public var disk: UInt16 = 0

    /// Changes the same field in both headers.
    public mutating func both(_ edit: (inout ZipFields) -> Void) {
        if var fields = local {
            edit(&fields)
            local = fields
        }
        if var fields = central {
            edit(&fields)
            central = fields
        }
    }

    /// Moves sizes and checksum behind the data: bit 3, zeros in the local header, a descriptor with signature.
    public mutating func useDescriptor() {
        both { $0.flags |= 8 }
        descriptor = Self.descriptor(of: central ?? ZipFields(name: []))
        local?.checksum = 0
        local?.compressedSize = 0
        local?.size = 0
    }

    /// A descriptor with signature and 32-bit sizes.
    public static func descriptor(of fields: ZipFields) -> [UInt8] {
        var bytes: [UInt8] = [0x50, 0x4B, 7, 8]
        bytes.appendLittleEndian(UInt64(fields.checksum), width: 4)
        bytes.appendLittleEndian(UInt64(fields.compressedSize), width: 4)
        bytes.appendLittleEndian(UInt64(fields.size), width: 4)
        return bytes
    }

    func localBytes() -> [UInt8] {
        guard let local else { return before }
        var bytes = before + [0x50, 0x4B, 3, 4]
        local.appendShared(to: &bytes)
        return bytes + local.name + local.extra + data + descriptor
    }

    func centralBytes(at position: Int) -> [UInt8] {
        guard let central else { return [] }
        var bytes: [UInt8] = [0x50, 0x4B, 1, 2]
        bytes.appendLittleEndian(UInt64(versionMadeBy), width: 2)
        central.appendShared(to: &bytes)
        bytes.appendLittleEndian(UInt64(comment.count), width: 2)
        bytes.appendLittleEndian(UInt64(disk), width: 2)
        bytes.appendLittleEndian(0, width: 2)
        bytes.appendLittleEndian(UInt64(externalAttributes), width: 4)
        bytes.appendLittleEndian(UInt64(offset ?? UInt32(position)), width: 4)
        return bytes + central.name + central.extra + comment
    }
}

/// The end of central directory record, to be set right or wrong.
public struct ZipEnd: Sendable {
    /// Number of this disk.
    public var disk: UInt16 = 0
    /// Disk on which the central directory starts.
    public var directoryDisk: UInt16 = 0
    /// Entries on this disk.
    public var entriesHere: UInt16
    /// Entries in all.
    public var entries: UInt16
    /// Bytes of the central directory.
    public var directorySize: UInt32
    /// Where the central directory starts.
    public var directoryOffset: UInt32
    /// Length of the comment; nil writes the true one.
    public var commentLength: UInt16?
    /// Comment.
    public var comment: [UInt8] = []
    /// Bytes between the central directory and this record: zip64 records.
    public var before: [UInt8] = []
    /// Bytes after the comment.
    public var after: [UInt8] = []

    func bytes() -> [UInt8] {
        var bytes = before + [0x50, 0x4B, 5, 6]
        bytes.appendLittleEndian(UInt64(disk), width: 2)
        bytes.appendLittleEndian(UInt64(directoryDisk), width: 2)
        bytes.appendLittleEndian(UInt64(entriesHere), width: 2)
        bytes.appendLittleEndian(UInt64(entries), width: 2)
        bytes.appendLittleEndian(UInt64(directorySize), width: 4)
        bytes.appendLittleEndian(UInt64(directoryOffset), width: 4)
        bytes.appendLittleEndian(UInt64(commentLength ?? UInt16(comment.count)), width: 2)
        return bytes + comment + after
    }
}
