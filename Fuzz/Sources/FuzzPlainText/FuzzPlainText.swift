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
@c(FuzzPlainText_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// The small readers: INI, headers, content types, hidden Unicode, lines.
private func check(_ input: Span<UInt8>) {
    _ = try? INIDocument(input)
    if let headers = try? RFC822Headers(input) { precondition(headers.bodyOffset <= input.count, "a body outside") }
    _ = ContentType.detect(input).name
    let hidden = HiddenUnicode.scan(input)
    precondition(hidden.longestRun <= hidden.total, "a run longer than all")
    let lines = LineIndex(input)
    for offset in [0, input.count / 3, input.count / 2, input.count] {
        let line = lines.line(of: offset)
        precondition(lines.range(ofLine: line).lowerBound <= offset, "a line that begins behind its byte")
        precondition(lines.excerpt(of: offset..<offset, in: input).count <= 170, "an excerpt that is too long")
    }
}
