import CZlib

/// Compression for the forge, by zlib, so that what the tests read was not made by the library under test.
enum Deflate {
    /// Raw deflate data (RFC 1951) of the bytes.
    static func compress(_ bytes: [UInt8], level: Int = 6) -> [UInt8] {
        // SAFETY: zeros are what zlib asks for, and the stream ends when this function does.
        var stream = unsafe z_stream()
        let version = ZLIB_VERSION
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        let started = unsafe deflateInit2_(
            &stream,
            Int32(level),
            Z_DEFLATED,
            -15,
            8,
            Z_DEFAULT_STRATEGY,
            version,
            size
        )
        precondition(started == Z_OK, "zlib could not start a deflate stream")
        defer { _ = unsafe deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))))
        // SAFETY: both buffers outlive the one call that uses them, and the counts are theirs.
        let produced = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                let ended = unsafe deflate(&stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "zlib could not finish a deflate stream")
                return unsafe Int(stream.total_out)
            }
        }
        return Array(output[..<produced])
    }

    /// The CRC-32 that gzip and zip use.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        // SAFETY: the buffer is the array's own for the time of the call.
        let sum = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe CZlib.crc32(0, buffer.baseAddress, UInt32(buffer.count))
        }
        return bytes.isEmpty ? 0 : UInt32(truncatingIfNeeded: sum)
    }
}

extension [UInt8] {
    /// Adds a number in little-endian order, `width` bytes of it.
    mutating func appendLittleEndian(_ value: UInt64, width: Int) {
        for index in 0..<width {
            append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
        }
    }
}
