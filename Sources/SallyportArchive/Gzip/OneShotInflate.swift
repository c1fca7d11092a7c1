import CLibDeflate

/// Raw deflate data (RFC 1951) of known size, decompressed in one step by libdeflate; used again for each entry.
///
/// SAFETY: the one pointer is made, used and freed in here, and never leaves.
@safe struct OneShotInflate: ~Copyable {
    private let decompressor: OpaquePointer

    /// Takes the memory that decoding needs; refuses when there is none.
    init(layer: ArchiveError.Layer) throws(ArchiveError) {
        guard let made = unsafe libdeflate_alloc_decompressor() else {
            throw ArchiveError(.outOfMemory, layer: layer, offset: 0)
        }
        unsafe decompressor = made
    }

    deinit {
        unsafe libdeflate_free_decompressor(decompressor)
    }

    /// The content, when the bytes decode to exactly `size` bytes and are used up by that; otherwise nil, and
    /// `StreamInflate` can say what is wrong.
    func decompress(_ bytes: Span<UInt8>, size: Int) -> [UInt8]? {
        let decompressor = unsafe decompressor
        var isWhole = false
        // SAFETY: libdeflate reads `source.count` bytes, writes at most `target.count`, and keeps no pointer; it
        // initialises the bytes that it counts.
        let content = unsafe bytes.withUnsafeBufferPointer { source in
            // One byte of room more than needed: libdeflate wants an address even for no output.
            unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
                var used = 0
                var made = 0
                let result = unsafe libdeflate_deflate_decompress_ex(
                    decompressor,
                    source.baseAddress,
                    source.count,
                    target.baseAddress,
                    size,
                    &used,
                    &made
                )
                isWhole = result == LIBDEFLATE_SUCCESS && used == source.count && made == size
                count = isWhole ? made : 0
            }
        }
        return isWhole ? content : nil
    }
}
