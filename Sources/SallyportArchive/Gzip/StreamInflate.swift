import CZlib

/// Raw deflate data (RFC 1951) of any size, decompressed by zlib through one window.
///
/// SAFETY: the one pointer is made, used and freed in here, and never leaves.
@safe struct StreamInflate: ~Copyable {
    /// Bytes of the window, and so the largest chunk. Larger ones measured no faster.
    static let windowBytes = 128 << 10

    // zlib keeps the address of the stream, so it lives on the heap.
    private let stream: UnsafeMutablePointer<z_stream>
    private var window = [UInt8](repeating: 0, count: windowBytes)
    private let layer: ArchiveError.Layer

    /// Decompresses from the start of the range to the end of the deflate data in it, in chunks.
    ///
    /// - Returns: the offset behind the deflate data.
    static func decompress(
        _ bytes: Span<UInt8>,
        in range: Range<Int>,
        layer: ArchiveError.Layer,
        sink: (_ chunk: Span<UInt8>, _ offset: Int) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> Int {
        var inflate = try StreamInflate(layer: layer, offset: range.lowerBound)
        return try inflate.run(bytes, in: range, sink: sink)
    }

    private init(layer: ArchiveError.Layer, offset: Int) throws(ArchiveError) {
        // SAFETY: allocated here and freed in `deinit` alone; nobody else gets the pointer.
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        self.layer = layer
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        // SAFETY: the stream is initialised to zeros as zlib asks; -15 means raw data with a 32 KiB history.
        guard unsafe inflateInit2_(stream, -15, ZLIB_VERSION, size) == Z_OK else {
            throw ArchiveError(.outOfMemory, layer: layer, offset: offset)
        }
    }

    deinit {
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    private mutating func run(
        _ bytes: Span<UInt8>,
        in range: Range<Int>,
        sink: (_ chunk: Span<UInt8>, _ offset: Int) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> Int {
        var cursor = range.lowerBound
        while true {
            let step = step(bytes.extracting(cursor..<range.upperBound))
            cursor += step.used
            if step.made > 0 { try sink(window.span.extracting(0..<step.made), cursor) }
            switch step.status {
            case Z_STREAM_END: return cursor
            case Z_OK where step.made + step.used > 0: continue
            case Z_OK, Z_BUF_ERROR: throw ArchiveError(.truncated, layer: layer, offset: cursor)
            case Z_MEM_ERROR: throw ArchiveError(.outOfMemory, layer: layer, offset: cursor)
            default: throw ArchiveError(.invalidCompression, layer: layer, offset: cursor)
            }
        }
    }

    /// Fills the window as far as the input goes.
    private mutating func step(_ input: Span<UInt8>) -> (status: Int32, used: Int, made: Int) {
        // zlib counts in 32 bits.
        let inputBytes = min(input.count, 1 << 30)
        // SAFETY: the stream lives as long as `self`. Both buffers outlive the one call that uses them; zlib only reads through `next_in`, and the stream
        // forgets both afterwards.
        let stream = unsafe stream
        return unsafe input.withUnsafeBufferPointer { source in
            unsafe window.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(inputBytes)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(target.count)
                let status = unsafe inflate(stream, Z_NO_FLUSH)
                let used = unsafe inputBytes - Int(stream.pointee.avail_in)
                let made = unsafe target.count - Int(stream.pointee.avail_out)
                unsafe stream.pointee.next_in = nil
                unsafe stream.pointee.next_out = nil
                return (status, used, made)
            }
        }
    }
}
