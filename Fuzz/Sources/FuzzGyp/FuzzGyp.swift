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
@c(FuzzGyp_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// What is found in a file stands in it.
private func check(_ input: Span<UInt8>) {
    do {
        let document = try GypDocument(input)
        for string in document.strings { precondition(string.offset < input.count, "a string outside of the file") }
        precondition(document.commandExpansions.count <= GypCommandExpansion.countMax, "too many commands")
        for expansion in document.commandExpansions {
            precondition(expansion.offset < input.count, "a command outside")
        }
    } catch {
        precondition(
            (0...max(input.count, GypDocument.bytesMax)).contains(error.offset),
            "an error outside of the file"
        )
    }
}
