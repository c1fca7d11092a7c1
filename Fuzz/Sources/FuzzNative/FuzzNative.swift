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
@c(FuzzNative_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// A header is read or refused, the limits hold, and what is said of data stays inside it.
private func check(_ input: Span<UInt8>) {
    do {
        let program = try NativeProgram.read(input)
        precondition(program.libraries.count <= NativeProgram.librariesMax, "too many libraries")
        precondition(program.signs.count <= 8, "too many signs")
        precondition(!program.summary.isEmpty, "nothing said")
    } catch {
        precondition((0...input.count).contains(error.offset), "an error outside of the file")
    }
    let type = ContentType.detect(input.extracting(first: min(input.count, ContentType.prefixBytesMax)))
    if let end = ContentEnd.offset(in: input, as: type) {
        precondition((0...input.count).contains(end), "an end outside of the file")
    }
    _ = OpaqueData.detect(input)
    precondition(JSONComments.blanked(input).count == input.count, "offsets have moved")
    precondition(YAMLScalars(input).scalars.count <= YAMLScalars.scalarsMax, "too many scalars")
}
