import FuzzDriver
import SallyportArchive

/// libFuzzer's entry point. What the reader promises of every admitted archive is checked by `Invariants`.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    let input = unsafe buffer.span
    _ = refusal(input, as: .zip)
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzZip_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}
