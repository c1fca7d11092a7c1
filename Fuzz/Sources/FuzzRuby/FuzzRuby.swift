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
@c(FuzzRuby_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// Tokens follow each other inside the source, and each can be asked for its value.
private func check(_ input: Span<UInt8>) {
    var tokens: [Token] = []
    let limits = TokenLimits(depthMax: 500, includesComments: true)
    guard let summary = try? RubyTokenizer.tokenize(input, limits: limits, into: &tokens) else { return }
    var last = 0
    var malformed = 0
    for token in tokens {
        precondition(token.range.lowerBound >= last && token.range.upperBound <= input.count, "tokens overlap")
        precondition(token.count == 0 || token.lead == input[token.range.lowerBound], "another first byte")
        last = token.range.upperBound
        if token.flags.contains(.malformed) { malformed += 1 }
        _ = RubyLiteral.bytes(of: token, in: input)
        for word in RubyLiteral.words(of: token, in: input, countMax: 64) {
            precondition(word.lowerBound >= token.range.lowerBound && word.upperBound <= last, "a word outside")
        }
    }
    precondition(malformed <= summary.malformedCount, "a malformed token was not counted")
    precondition(malformed == 0 || summary.firstMalformedOffset != nil, "no place for a malformed token")
    _ = RubyEncoding.detect(in: input)
}
