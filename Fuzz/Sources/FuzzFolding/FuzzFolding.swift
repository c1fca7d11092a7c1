import FuzzDriver
import SallyportModel

@testable import SallyportAnalysis

/// libFuzzer's entry point: a file of code with its constants computed, its values followed, and its commands read.
///
/// The first byte is the language: `p` for Python, `r` for Ruby, `s` for a shell, anything else for JavaScript.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    guard let first = unsafe buffer.first else { return 0 }
    let source = unsafe [UInt8](buffer.dropFirst())
    let language: Language =
        switch first {
        case UInt8(ascii: "p"): .python
        case UInt8(ascii: "r"): .ruby
        case UInt8(ascii: "s"): .shell
        default: .javaScript
        }
    var scratch = CodeScratch()
    let reader = CodeReader(hashing: Counting(), store: nil, limits: .standard)
    let findings = reader.read(source.span, as: language, scratch: &scratch)
    precondition(findings.findings.allSatisfy { $0.detail.unicodeScalars.count <= 200 }, "a detail that is too long")
    precondition(scratch.stream.stepsTaken <= 2 * LexemeStream.stepsMax, "more was computed than is allowed")
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzFolding_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// Digests that only tell lengths apart: nothing here depends on more.
private struct Counting: ContentHashing {
    func sha256(_ bytes: Span<UInt8>) -> Digest {
        let length = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
        guard let digest = Digest(.sha256, bytes: length + [UInt8](repeating: 0, count: 24)) else {
            preconditionFailure("SHA-256 has 32 bytes.")
        }
        return digest
    }
}
