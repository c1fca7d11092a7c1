import SallyportArchive
import SallyportTesting
import Testing

@Suite("Limits")
struct LimitTests {
    static func limits(_ edit: (inout ArchiveLimits) -> Void) -> ArchiveLimits {
        var limits = ArchiveLimits.standard
        edit(&limits)
        return limits
    }

    /// Refusals one below, at and one above a limit; only the last may be one.
    static func expectEdge(
        _ code: ArchiveError.Code,
        at limit: Int,
        _ refusal: (Int) -> ArchiveError.Code?
    ) {
        #expect(refusal(limit + 1) == nil)
        #expect(refusal(limit) == nil)
        #expect(refusal(limit - 1) == code)
    }

    @Test("entries")
    func entries() {
        let tar = TarBuilder().file("a", "").directory("b").file("c", "")
        Self.expectEdge(.tooManyEntries, at: 3) { max in tarRefusal(tar, limits: Self.limits { $0.entriesMax = max }) }
        let zip = ZipBuilder().file("a", "").directory("b").file("c", "")
        Self.expectEdge(.tooManyEntries, at: 3) { max in zipRefusal(zip, limits: Self.limits { $0.entriesMax = max }) }
    }

    @Test("bytes of one entry")
    func entryBytes() {
        let tar = TarBuilder().file("a", bytes: noise(700))
        Self.expectEdge(.entryTooLarge, at: 700) { max in
            tarRefusal(tar, limits: Self.limits { $0.entryBytesMax = max })
        }
        let zip = ZipBuilder().file("a", bytes: noise(700))
        Self.expectEdge(.entryTooLarge, at: 700) { max in
            zipRefusal(zip, limits: Self.limits { $0.entryBytesMax = max })
        }
    }

    @Test("bytes in all")
    func unpackedBytes() {
        let tar = TarBuilder().file("a", bytes: noise(700)).bytes()
        for (bytes, format) in [(tar, ArchiveFormat.tar), (gzip(tar), .gzipTar)] {
            Self.expectEdge(.unpackedTooLarge, at: tar.count) { max in
                refusal(bytes, as: format, limits: Self.limits { $0.unpackedBytesMax = max })?.code
            }
        }
        let zip = ZipBuilder().file("a", bytes: noise(700)).file("b", bytes: noise(300), method: .stored)
        Self.expectEdge(.unpackedTooLarge, at: 1000) { max in
            zipRefusal(zip, limits: Self.limits { $0.unpackedBytesMax = max })
        }
    }

    @Test("path bytes and depth")
    func paths() {
        for path in ["p/" + String(repeating: "a", count: 48), "é/" + String(repeating: "b", count: 47)] {
            Self.expectEdge(.pathTooLong, at: 50) { max in
                tarRefusal(TarBuilder().file(path, ""), limits: Self.limits { $0.pathBytesMax = max })
            }
            Self.expectEdge(.pathTooLong, at: 50) { max in
                zipRefusal(ZipBuilder().file(path, ""), limits: Self.limits { $0.pathBytesMax = max })
            }
        }
        Self.expectEdge(.pathTooDeep, at: 4) { max in
            tarRefusal(TarBuilder().file("a/b/c/d", ""), limits: Self.limits { $0.pathDepthMax = max })
        }
        Self.expectEdge(.pathTooDeep, at: 4) { max in
            zipRefusal(ZipBuilder().directory("a/b/c/d"), limits: Self.limits { $0.pathDepthMax = max })
        }
        Self.expectEdge(.pathTooLong, at: 9) { max in
            zipRefusal(ZipBuilder().symbolicLink("l", to: "123456789"), limits: Self.limits { $0.pathBytesMax = max })
        }
    }

    @Test("memory for names")
    func names() {
        // Three components of one byte, 65 each.
        let tar = TarBuilder().file("a/b", "").file("a/c", "")
        Self.expectEdge(.namesTooLarge, at: 195) { max in
            tarRefusal(tar, limits: Self.limits { $0.namesBytesMax = max })
        }
    }

    @Test("extended headers")
    func metadata() {
        let tar = TarBuilder().pax(["comment": String(repeating: "c", count: 87)]).file("a", "")
        Self.expectEdge(.metadataTooLarge, at: 99) { max in
            tarRefusal(tar, limits: Self.limits { $0.metadataBytesMax = max })
        }
        var forge = GzipForge()
        forge.name = [UInt8](repeating: 0x61, count: 100)
        let member = forge.bytes(of: TarBuilder().bytes())
        Self.expectEdge(.metadataTooLarge, at: 100) { max in
            refusal(member, as: .gzipTar, limits: Self.limits { $0.metadataBytesMax = max })?.code
        }
    }

    @Test("ratio counts from the floor on, in one step and in a stream")
    func ratio() {
        for count in [2 << 20, 9 << 20] {
            let tar = TarBuilder().file("a", bytes: [UInt8](repeating: 0, count: count))
            let bytes = tar.gzipped()
            let ratio = (tar.bytes().count + bytes.count - 1) / bytes.count
            Self.expectEdge(.ratioExceeded, at: ratio) { max in
                refusal(bytes, as: .gzipTar, limits: Self.limits { $0.ratioMax = max })?.code
            }
            Self.expectEdge(.ratioExceeded, at: tar.bytes().count) { floor in
                refusal(bytes, as: .gzipTar, limits: Self.limits { $0.ratioFloorBytes = floor })?.code
            }
            let zip = ZipBuilder().file("a", bytes: [UInt8](repeating: 0, count: count))
            #expect(zipRefusal(zip) == .ratioExceeded)
            #expect(zipRefusal(zip, limits: Self.limits { $0.ratioMax = 2000 }) == nil)
            #expect(zipRefusal(zip, limits: Self.limits { $0.ratioMax = Int.max }) == nil)
        }
    }

    @Test("a bomb is refused long before it is unpacked")
    func bombs() {
        let zeros = gzip(TarBuilder().file("a", bytes: [UInt8](repeating: 0, count: 64 << 20)).bytes())
        let error = refusal(zeros, as: .gzipTar)
        #expect(error?.code == .ratioExceeded)
        // A zip that says that it is a bomb is not even begun.
        var visited = Counter()
        let zip = ZipBuilder().file("a", bytes: [UInt8](repeating: 0, count: 4 << 20)).bytes()
        _ = try? ArchiveReader.read(zip.span, as: .zip, limits: .standard, into: &visited)
        #expect(visited.entries == 0)
        // One that says less than it is, is stopped at what it says.
        let lying = ZipBuilder().file("a", bytes: [UInt8](repeating: 0, count: 16 << 20)) { $0.both { $0.size = 1000 } }
        #expect(zipRefusal(lying) == .sizeMismatch)
    }
}
