import FuzzDriver
import SallyportLexing

/// libFuzzer's entry point. What the readers promise of every input is checked by `check`.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    check(unsafe buffer.span)
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzGem_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// A specification is read or refused; one that is read has a name and a version, and dependencies that have names.
private func check(_ input: Span<UInt8>) {
    guard let found = try? GemSpecification(input) else { return }
    precondition(!found.name.isEmpty && !found.version.isEmpty, "a specification without a name")
    precondition(!found.requirePaths.isEmpty, "no load path")
    for dependency in found.dependencies { precondition(!dependency.name.isEmpty, "a dependency without a name") }
}
