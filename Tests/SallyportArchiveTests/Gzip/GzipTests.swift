import SallyportArchive
import SallyportTesting
import Testing

@Suite("Gzip")
struct GzipTests {
    static let content = TarBuilder().file("package/a", bytes: noise(3000)).bytes()

    /// The refusal, the same for a tar within and for plain content.
    static func refused(_ bytes: [UInt8]) -> ArchiveError.Code? {
        let tar = refusal(bytes, as: .gzipTar)
        var plain: ArchiveError?
        do { _ = try Gzip.decompress(bytes.span, limit: 1 << 20) } catch { plain = error }
        #expect(tar == plain)
        return tar?.code
    }

    static func forged(_ edit: (inout GzipForge) -> Void) -> [UInt8] {
        var forge = GzipForge()
        edit(&forge)
        return forge.bytes(of: content)
    }

    @Test(
        "members whose parts disagree or that are not alone are refused",
        arguments: [
            ("checksum", ArchiveError.Code.checksumMismatch, forged { $0.checksum = 1 }),
            ("size", .sizeMismatch, forged { $0.size = 1 }),
            ("a size too large for one step", .sizeMismatch, forged { $0.size = 0xFFFF_FFFF }),
            ("header checksum", .checksumMismatch, forged { ($0.hasHeaderChecksum, $0.headerChecksum) = (true, 1) }),
            ("method", .unsupportedMethod, forged { $0.method = 7 }),
            ("reserved flag", .invalidHeader, forged { $0.flags = 0x20 }),
            ("a second member", .multipleMembers, gzip(content) + gzip([1])),
            ("an empty second member", .multipleMembers, gzip(content) + gzip([])),
            ("zeros behind", .trailingData, gzip(content) + [0, 0]),
            ("a byte behind", .trailingData, gzip(content) + [7]),
            ("no magic", .invalidHeader, [0x1F, 0x8C] + [UInt8](repeating: 0, count: 20)),
            ("no data", .truncated, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0, count: 8)),
            ("a reserved block type", .invalidCompression, invalidBlock),
            (
                "an extra field past the end", .truncated,
                [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF] + .init(repeating: 0, count: 50)
            ),
            (
                "a name without end", .truncated,
                [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3] + .init(repeating: 0x61, count: 50)
            ),
            ("nothing", .truncated, []),
        ]
    )
    func refuses(name: String, code: ArchiveError.Code, bytes: [UInt8]) {
        if name == "no data" {
            // Eight zeros are a stored block with a wrong length to one reader, an early end to the other.
            #expect(Self.refused(bytes) != nil)
        } else {
            #expect(Self.refused(bytes) == code)
        }
    }

    private static let invalidBlock =
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x07] + [UInt8](repeating: 0xFF, count: 20)

    @Test("members with any honest header are read")
    func readsHeaders() throws {
        let full = Self.forged {
            $0.modified = 1_700_000_000
            $0.extra = [1, 2, 3, 4, 5]
            $0.name = Array("package.tar".utf8)
            $0.comment = Array("made by hand".utf8)
            $0.hasHeaderChecksum = true
        }
        #expect(try Gzip.decompress(full.span, limit: Self.content.count) == Self.content)
        #expect(try visit(full, as: .gzipTar).entries.count == 1)
        for level in 0...9 {
            #expect(try Gzip.decompress(Self.forged { $0.level = level }.span, limit: 1 << 20) == Self.content)
        }
    }

    @Test("a changed byte anywhere is noticed, or changes nothing")
    func noticesEveryChange() throws {
        let bytes = gzip(TarBuilder().file("package/a", "some text, some text").bytes())
        let honest = try visit(bytes, as: .gzipTar)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            // Time and system mean nothing, and a run of zeros may be copied from another distance.
            guard let seen = try? visit(changed, as: .gzipTar) else { continue }
            #expect(seen.entries == honest.entries, "byte \(index)")
            #expect(seen.contents == honest.contents, "byte \(index)")
        }
    }

    @Test("content too large for one step is streamed to the same end", arguments: [8 << 20, (8 << 20) + 1, 9 << 20])
    func streams(count: Int) throws {
        let content = noise(count)
        let compressed = Gzip.compress(content.span, level: 1)
        #expect(try Gzip.decompress(compressed.span, limit: count) == content)
        let error = #expect(throws: ArchiveError.self) { try Gzip.decompress(compressed.span, limit: count - 1) }
        #expect(error?.code == .unpackedTooLarge)
        var broken = compressed
        broken[broken.count - 6] ^= 1
        #expect(throws: ArchiveError.self) { try Gzip.decompress(broken.span, limit: count) }
    }

    @Test("the limit counts content", arguments: [(0, 0), (1, 1), (999, 1000), (1000, 1000), (1001, 1000)])
    func limits(count: Int, limit: Int) {
        let compressed = gzip(noise(count))
        if count <= limit {
            #expect(throws: Never.self) { try Gzip.decompress(compressed.span, limit: limit) }
        } else {
            #expect(throws: ArchiveError.self) { try Gzip.decompress(compressed.span, limit: limit) }
        }
    }

    @Test("compression is deterministic, names nothing, and is undone", arguments: [-3, 0, 1, 6, 12, 99])
    func compresses(level: Int) throws {
        let compressed = Gzip.compress(Self.content.span, level: level)
        #expect(compressed == Gzip.compress(Self.content.span, level: level))
        #expect(Array(compressed.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
        #expect(try Gzip.decompress(compressed.span, limit: 1 << 20) == Self.content)
        let nothing: [UInt8] = []
        #expect(try Gzip.decompress(Gzip.compress(nothing.span, level: level).span, limit: 0).isEmpty)
    }
}
