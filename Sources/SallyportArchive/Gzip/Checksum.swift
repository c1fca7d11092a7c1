import CLibDeflate

/// The CRC-32 of gzip and zip (RFC 1952, section 8), by libdeflate, which uses the processor's carry-less
/// multiplication: tens of times faster than a cryptographic hash, and no protection against anyone's intent.
public enum Checksum {
    /// The checksum of earlier bytes, whose checksum is `running` (0 for none), followed by these.
    public static func crc32(_ running: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
        guard !bytes.isEmpty else { return running }
        // SAFETY: libdeflate reads the span's own bytes during the call and keeps no pointer.
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe libdeflate_crc32(running, buffer.baseAddress, buffer.count)
        }
    }
}
