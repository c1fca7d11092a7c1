import SallyportTesting
import Testing

@testable import SallyportArchive

@Suite("Tar streams")
struct TarStreamTests {
    static let honest = TarBuilder()
        .directory("package")
        .file("package/package.json", #"{"name":"a"}"#)
        .file("package/empty", "")
        .file("package/bin", bytes: noise(1500), mode: 0o755)
        .file("package/whole", bytes: noise(1024))

    static let refused: [TarCase] = [
        TarCase("without end blocks", .missingEnd, honest.ending(zeroBlocks: 0)),
        TarCase("with one end block", .missingEnd, honest.ending(zeroBlocks: 1)),
        TarCase("with nothing at all", .missingEnd, TarBuilder().ending(zeroBlocks: 0)),
        TarCase("that end in half a block", .truncated, honest.raw([UInt8](repeating: 0, count: 100))),
        TarCase("with a header after a zero block", .trailingData, afterZeros),
        TarCase("with a byte after the end", .trailingData, honest.raw([UInt8](repeating: 0, count: 5000) + [1])),
        TarCase("with bytes in the padding", .hiddenData, padding),
        TarCase("that end within a body", .truncated, cutBody),
        TarCase("that end within a header", .truncated, cutHeader),
        TarCase("of something else", .checksumMismatch, TarBuilder().raw([UInt8](repeating: 0x61, count: 1024))),
    ]

    private static let afterZeros = honest.raw([UInt8](repeating: 0, count: 512)).file("package/late", "x")
    private static let padding = TarBuilder().raw(
        Array(TarBuilder().file("a", "x").bytes().prefix(700)) + [1] + [UInt8](repeating: 0, count: 323)
    )
    private static let cutBody = TarBuilder().raw(Array(honest.bytes().prefix(3000))).ending(zeroBlocks: 0)
    private static let cutHeader = TarBuilder().raw(Array(honest.bytes().prefix(700))).ending(zeroBlocks: 0)

    @Test("are refused", arguments: refused)
    func refuses(sample: TarCase) {
        #expect(tarRefusal(sample.builder) == sample.code)
    }

    @Test("cut anywhere are refused")
    func refusesEveryCut() {
        let bytes = Self.honest.bytes()
        for count in stride(from: 0, to: bytes.count, by: 37) {
            #expect(refusal(Array(bytes.prefix(count)), as: .tar) != nil, "cut to \(count) bytes")
        }
        let compressed = Self.honest.gzipped()
        for count in 0..<compressed.count {
            #expect(refusal(Array(compressed.prefix(count)), as: .gzipTar) != nil, "cut to \(count) bytes")
        }
    }

    @Test("give the same whatever the chunks", arguments: [1, 7, 511, 512, 513, 4096])
    func chunks(size: Int) throws {
        let bytes = Self.honest.bytes()
        let whole = try visit(bytes, as: .tar)
        var parser = TarParser(limits: .standard)
        var recorder = Recorder()
        for start in stride(from: 0, to: bytes.count, by: size) {
            try parser.feed(bytes[start..<min(start + size, bytes.count)].span, into: &recorder)
        }
        let summary = try parser.finish(archiveBytes: bytes.count)
        #expect(recorder.entries == whole.entries)
        #expect(recorder.contents == whole.contents)
        #expect(recorder.calls == whole.calls)
        #expect(summary.unpackedBytes == bytes.count)
    }

    @Test("call the visitor in order and add up")
    func visitsInOrder() throws {
        var recorder = Recorder()
        let bytes = Self.honest.gzipped()
        let summary = try ArchiveReader.read(bytes.span, as: .gzipTar, limits: .standard, into: &recorder)
        #expect(recorder.calls == Array(repeating: ["begin", "end"], count: 5).flatMap(\.self))
        #expect(recorder.contents["package/bin"] == noise(1500))
        #expect(recorder.entries.map(\.size) == [0, 12, 0, 1500, 1024])
        #expect(recorder.entries.map(\.isExecutable) == [true, false, false, true, false])
        let expected = ArchiveSummary(
            entries: 5,
            files: 4,
            contentBytes: 2536,
            unpackedBytes: Self.honest.bytes().count,
            archiveBytes: bytes.count
        )
        #expect(summary == expected)
    }

    @Test("without entries are empty archives")
    func empty() throws {
        #expect(try visit(TarBuilder().bytes(), as: .tar).entries.isEmpty)
        #expect(try visit(TarBuilder().ending(zeroBlocks: 20).gzipped(), as: .gzipTar).entries.isEmpty)
    }
}
