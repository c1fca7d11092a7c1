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
@c(FuzzTOML_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// A document that is read can be asked for everything in it.
private func check(_ input: Span<UInt8>) {
    do {
        let document = try TOMLDocument(input)
        guard case .table(let members)? = document.value([]) else { preconditionFailure("a document is a table") }
        for member in members { precondition(document[member.key] == member.value, "a member was not found again") }
    } catch {
        precondition((0...max(input.count, 4 << 20)).contains(error.offset), "an error outside of the text")
    }
}
