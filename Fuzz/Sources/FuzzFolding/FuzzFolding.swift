import FuzzDriver
import SallyportAnalysis
import SallyportArchive
import SallyportModel

/// libFuzzer's entry point: a file of code, read as JavaScript and as Python, with its constants computed.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    let source = unsafe [UInt8](buffer)
    let archive = Gzip.compress(tar(["package/index.js": source, "package/setup.py": source]).span, level: 0)
    let artifact = InspectedArtifact(ecosystem: .npm, filename: "fuzz.tgz")
    let report = Inspector(hashing: Counting()).inspect(archive.span, artifact: artifact)
    precondition(report.files.count == 2, "a file was not read")
    precondition(report.facts.allSatisfy { $0.detail.unicodeScalars.count <= 200 }, "a detail that is too long")
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
        let count = withUnsafeBytes(of: UInt64(bytes.count)) { unsafe [UInt8]($0) }
        guard let digest = Digest(.sha256, bytes: count + [UInt8](repeating: 0, count: 24)) else {
            preconditionFailure("SHA-256 has 32 bytes.")
        }
        return digest
    }
}

/// A tar archive of plain files.
private func tar(_ files: [String: [UInt8]]) -> [UInt8] {
    var archive: [UInt8] = []
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
        }
        func octal(_ value: Int, _ digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: digits - text.count) + text
        }
        put(path, at: 0)
        put(octal(0o644, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(content.count, 11), at: 124)
        put(octal(0, 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
        header[154] = 0
        archive += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1024)
}
