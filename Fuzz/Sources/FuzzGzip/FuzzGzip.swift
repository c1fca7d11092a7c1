import FuzzDriver
import SallyportArchive

/// libFuzzer's entry point. What the reader promises of every admitted archive is checked by `Invariants`.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    let input = unsafe buffer.span
    // A tar within, and plain content: both ways of decompressing must agree on whether the member is sound.
    let tar = refusal(input, as: .gzipTar)
    var plain: ArchiveError?
    do { _ = try Gzip.decompress(input, limit: limits.unpackedBytesMax) } catch { plain = error }
    if tar == nil { precondition(plain == nil, "a tar in a broken gzip member was admitted") }
    if let plain, plain.code != .unpackedTooLarge, plain.code != .ratioExceeded {
        precondition(tar != nil, "a broken gzip member was admitted")
    }
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzGzip_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}
