import CLibDeflate

/// The gzip writer: a shim over libdeflate.
enum GzipWriter {
    static func compress(_ bytes: Span<UInt8>, level: Int) -> [UInt8] {
        // SAFETY: the compressor is freed once, when this function ends; the calls before that take no pointer of ours.
        guard let compressor = unsafe libdeflate_alloc_compressor(Int32(level)) else {
            preconditionFailure("libdeflate has no compressor for levels from 0 to 12")
        }
        defer { unsafe libdeflate_free_compressor(compressor) }
        let bound = unsafe libdeflate_gzip_compress_bound(compressor, bytes.count)
        // SAFETY: libdeflate writes at most `bound` bytes, reads `source.count`, and keeps no pointer.
        return unsafe bytes.withUnsafeBufferPointer { source in
            unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                count = unsafe libdeflate_gzip_compress(
                    compressor,
                    source.baseAddress ?? UnsafePointer(target.baseAddress),
                    source.count,
                    target.baseAddress,
                    target.count
                )
            }
        }
    }
}
