import EcosystemRubyGems
import FuzzDriver
import SallyportAnalysis
import SallyportArchive
import SallyportEcosystem
import SallyportModel

/// libFuzzer's entry point. What the readers promise of every input is checked by `check`.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    check(unsafe Array(buffer))
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzGemContainer_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

private struct NoHashing: ContentHashing {
    func sha256(_ bytes: Span<UInt8>) -> Digest {
        guard let digest = Digest(.sha256, bytes: [UInt8](repeating: UInt8(truncatingIfNeeded: bytes.count), count: 32))
        else { preconditionFailure("32 bytes are a SHA-256.") }
        return digest
    }
}

private let gems = RubyGemsEcosystem(hashing: NoHashing())

private let inspector = Inspector(hashing: NoHashing())

/// Takes what a gem holds without keeping it.
private struct Paths: ArchiveVisitor {
    mutating func begin(_ entry: ArchiveEntry) {
        for component in entry.path.split(separator: "/", omittingEmptySubsequences: false) {
            precondition(component != "" && component != "." && component != "..", "a path that wanders")
        }
    }

    mutating func content(_ chunk: Span<UInt8>) {}

    mutating func end() {}
}

/// The input is a gem as it stands, and the contents of one: its first byte says where the specification ends and the
/// archive of the files begins, in parts of 256.
private func check(_ input: [UInt8]) {
    read(input)
    guard let first = input.first else { return }
    let rest = input.dropFirst()
    let middle = rest.startIndex + rest.count * Int(first) / 256
    let specification = Gzip.compress(Array(rest[..<middle]).span, level: 1)
    let data = Gzip.compress(Array(rest[middle...]).span, level: 1)
    let checksums = Gzip.compress(Array("---\nSHA256:\n".utf8).span, level: 1)
    read(tar([("metadata.gz", specification), ("data.tar.gz", data), ("checksums.yaml.gz", checksums)]))
    read(tar([("data.tar.gz", data), ("metadata.gz", specification)]))
    read(tar([("metadata.gz", specification), ("data.tar.gz", input)]))
}

private func read(_ gem: [UInt8]) {
    var paths = Paths()
    let isRead = (try? ArchiveReader.read(gem.span, as: .gem, limits: .standard, into: &paths)) != nil
    let report = inspector.inspect(gem.span, artifact: InspectedArtifact(ecosystem: .gem, filename: "demo-1.0.gem"))
    precondition(isRead || !report.facts.isEmpty, "a gem that can't be read says nothing")
    guard let members = try? GemMembers(gem.span, limits: .standard) else {
        precondition(!isRead, "files of a gem without a specification are read")
        return
    }
    precondition(members.compressed[GemMembers.specificationName] != nil, "a specification that is nowhere")
    guard let package = Package(.gem, "demo"), let release = Release(package, "1.0"),
        let artifact = Artifact(release, filename: "demo-1.0.gem"),
        let quick = gems.companion(of: artifact, in: gem.span)
    else { return }
    precondition(quick.starts(with: [0x78, 0x01]), "a specification that is no zlib")
}

/// A plain tar of these files.
private func tar(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    for file in files {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at start: Int) {
            for (index, byte) in text.utf8.enumerated() { header[start + index] = byte }
        }
        func octal(_ value: Int, _ digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: digits - text.count) + text
        }
        put(file.name, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(file.bytes.count, 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
        header[154] = 0
        archive += header + file.bytes
        archive += [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1_024)
}
