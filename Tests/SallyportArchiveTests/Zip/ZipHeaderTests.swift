import SallyportArchive
import SallyportTesting
import Testing

@Suite("Zip headers")
struct ZipHeaderTests {
    static func edited(_ edit: (inout ZipMember) -> Void) -> ZipBuilder {
        ZipBuilder().file("first.py", "first\n").file("a.py", "pass; pass; pass\n", edit: edit).file(
            "last.py",
            "last\n"
        )
    }

    static func stored(_ edit: (inout ZipMember) -> Void) -> ZipBuilder {
        ZipBuilder().file("a.txt", "12345", method: .stored, edit: edit)
    }

    static func unicodePath(_ name: String, checksum: [UInt8]) -> [UInt8] {
        [0x75, 0x70, UInt8(5 + name.utf8.count), 0, 1] + checksum + Array(name.utf8)
    }

    static let disagreeing: [ZipCase] = [
        ZipCase("local name", .headerMismatch, edited { $0.local?.name = Array("b.py".utf8) }),
        ZipCase("local name in other case", .headerMismatch, edited { $0.local?.name = Array("A.py".utf8) }),
        ZipCase("local method", .headerMismatch, edited { $0.local?.method = 0 }),
        ZipCase("local flags", .headerMismatch, edited { $0.local?.flags = 0x800 }),
        ZipCase("local size", .sizeMismatch, edited { $0.local?.size += 1 }),
        ZipCase("local compressed size", .sizeMismatch, edited { $0.local?.compressedSize += 1 }),
        ZipCase(
            "local sizes zero without descriptor",
            .sizeMismatch,
            edited { member in
                member.local?.size = 0
                member.local?.compressedSize = 0
            }
        ),
        ZipCase("local checksum", .headerMismatch, edited { $0.local?.checksum ^= 1 }),
        ZipCase("checksum in both", .checksumMismatch, edited { $0.both { $0.checksum ^= 1 } }),
        ZipCase("size in both too large", .sizeMismatch, edited { $0.both { $0.size += 1 } }),
        ZipCase("size in both too small", .sizeMismatch, edited { $0.both { $0.size -= 1 } }),
        ZipCase("compressed size in both too small", .hiddenData, edited { $0.both { $0.compressedSize -= 1 } }),
        ZipCase(
            "compressed size over the next entry",
            .overlappingEntries,
            edited { $0.both { $0.compressedSize += 1 } }
        ),
        ZipCase("stored with two sizes", .sizeMismatch, stored { $0.both { $0.size += 1 } }),
        ZipCase("stored with another checksum", .checksumMismatch, stored { $0.data[0] ^= 1 }),
        ZipCase(
            "a byte behind the deflate data",
            .sizeMismatch,
            edited {
                $0.data += [0]; $0.both { $0.compressedSize += 1 }
            }
        ),
        ZipCase("deflate data that is none", .invalidCompression, edited { $0.data[0] = 0xFF }),
        ZipCase(
            "deflate data cut short",
            .truncated,
            edited {
                $0.data.removeLast(); $0.both { $0.compressedSize -= 1 }
            }
        ),
        ZipCase("missing local header", .headerMismatch, edited { $0.local = nil }),
        ZipCase("missing directory entry", .hiddenData, edited { $0.central = nil }),
        ZipCase("a gap before an entry", .hiddenData, edited { $0.before = [0, 0, 0, 0] }),
        ZipCase("two entries of one place", .overlappingEntries, edited { $0.offset = 0 }),
        ZipCase("an offset past the directory", .hiddenData, edited { $0.offset = 0x00FF_FFFF }),
        ZipCase("an entry comment", .hiddenData, edited { $0.comment = [0x61] }),
        ZipCase("an entry on another disk", .multipleDisks, edited { $0.disk = 1 }),
    ]

    static let unsupported: [ZipCase] = [
        ZipCase("encrypted", .encrypted, edited { $0.both { $0.flags |= 1 } }),
        ZipCase("strongly encrypted", .encrypted, edited { $0.both { $0.flags |= 0x40 } }),
        ZipCase("masked headers", .encrypted, edited { $0.both { $0.flags |= 0x2000 } }),
        ZipCase("patch data", .unsupportedMethod, edited { $0.both { $0.flags |= 0x20 } }),
        ZipCase("enhanced deflate", .unsupportedMethod, edited { $0.both { $0.flags |= 0x10 } }),
        ZipCase("deflate64", .unsupportedMethod, edited { $0.both { $0.method = 9 } }),
        ZipCase("bzip2", .unsupportedMethod, edited { $0.both { $0.method = 12 } }),
        ZipCase("LZMA", .unsupportedMethod, edited { $0.both { $0.method = 14 } }),
        ZipCase("Zstandard", .unsupportedMethod, edited { $0.both { $0.method = 93 } }),
        ZipCase("half an extra field", .invalidMetadata, edited { $0.both { $0.extra = [1, 2, 3] } }),
        ZipCase("an extra field past its end", .invalidMetadata, edited { $0.both { $0.extra = [1, 2, 9, 0] } }),
        ZipCase(
            "a Unicode path of another name",
            .headerMismatch,
            edited { $0.central?.extra = unicodePath("evil.py", checksum: [0, 0, 0, 0]) }
        ),
        ZipCase(
            "a Unicode path with a stale checksum",
            .headerMismatch,
            edited { $0.local?.extra = unicodePath("a.py", checksum: [0, 0, 0, 0]) }
        ),
        ZipCase("a short Unicode path", .invalidMetadata, edited { $0.central?.extra = [0x75, 0x70, 2, 0, 1, 0] }),
        ZipCase(
            "two Unicode paths",
            .metadataConflict,
            edited { $0.central?.extra = [0x75, 0x70, 0, 0, 0x75, 0x70, 0, 0] }
        ),
        ZipCase("FIFO by mode", .deviceEntry, edited { $0.externalAttributes = 0o010_644 << 16 }),
        ZipCase("device by mode", .deviceEntry, edited { $0.externalAttributes = 0o020_644 << 16 }),
        ZipCase("file with a directory's mode", .headerMismatch, edited { $0.externalAttributes = 0o040_755 << 16 }),
        ZipCase("file with DOS's directory bit", .headerMismatch, edited { $0.externalAttributes |= 0x10 }),
        ZipCase(
            "link by mode on another system",
            .headerMismatch,
            edited { ($0.externalAttributes, $0.versionMadeBy) = (0o120_777 << 16, 20) }
        ),
        ZipCase(
            "directory with a file's mode",
            .headerMismatch,
            ZipBuilder().directory("d") { $0.externalAttributes = 0o100_644 << 16 }
        ),
        ZipCase(
            "directory with content",
            .directoryContent,
            ZipBuilder().file("d/", "x") { $0.externalAttributes = 0o040_755 << 16 }
        ),
    ]

    @Test("that disagree are refused", arguments: disagreeing)
    func refusesDisagreement(sample: ZipCase) {
        #expect(zipRefusal(sample.builder) == sample.code)
    }

    @Test("that are not supported are refused", arguments: unsupported)
    func refusesUnsupported(sample: ZipCase) {
        #expect(zipRefusal(sample.builder) == sample.code)
    }

    static let descriptors: [ZipCase] = [
        ZipCase(
            "missing",
            .descriptorMismatch,
            edited {
                $0.useDescriptor(); $0.descriptor = []
            }
        ),
        ZipCase(
            "without signature",
            .descriptorMismatch,
            edited {
                $0.useDescriptor(); $0.descriptor.removeFirst(4)
            }
        ),
        ZipCase(
            "of another checksum",
            .descriptorMismatch,
            edited {
                $0.useDescriptor(); $0.descriptor[4] ^= 1
            }
        ),
        ZipCase(
            "of another compressed size",
            .descriptorMismatch,
            edited {
                $0.useDescriptor(); $0.descriptor[8] ^= 1
            }
        ),
        ZipCase(
            "of another size",
            .descriptorMismatch,
            edited {
                $0.useDescriptor(); $0.descriptor[12] ^= 1
            }
        ),
        ZipCase(
            "with a byte behind",
            .hiddenData,
            edited {
                $0.useDescriptor(); $0.descriptor += [0]
            }
        ),
        ZipCase(
            "not announced",
            .hiddenData,
            edited {
                $0.useDescriptor(); $0.both { $0.flags = 0 }; if let c = $0.central { $0.local = c }
            }
        ),
        ZipCase(
            "beside other local sizes",
            .sizeMismatch,
            edited {
                $0.useDescriptor(); $0.local?.size = 1
            }
        ),
        ZipCase("of stored data", .descriptorMismatch, stored { $0.useDescriptor() }),
    ]

    @Test("descriptors are refused", arguments: descriptors)
    func refusesDescriptors(sample: ZipCase) {
        #expect(zipRefusal(sample.builder) == sample.code)
    }

    @Test("descriptors that agree are read")
    func readsDescriptors() throws {
        let zeros = Self.edited { $0.useDescriptor() }
        #expect(try visit(zeros.bytes(), as: .zip).text("a.py") == "pass; pass; pass\n")
        let repeated = Self.edited { member in
            member.useDescriptor()
            member.local = member.central
        }
        #expect(try visit(repeated.bytes(), as: .zip).text("a.py") == "pass; pass; pass\n")
        let wide = Self.edited { member in
            guard let fields = member.central else { return }
            member.useDescriptor()
            if var local = member.local {
                Zip64Tests.wide(&local)
                local.extra = Zip64Tests.extra([0, 0])
                member.local = local
            }
            member.descriptor = [0x50, 0x4B, 7, 8] + Zip64Tests.number(UInt64(fields.checksum), 4)
            member.descriptor += Zip64Tests.number(UInt64(fields.compressedSize), 8)
            member.descriptor += Zip64Tests.number(UInt64(fields.size), 8)
        }
        #expect(try visit(wide.bytes(), as: .zip).text("a.py") == "pass; pass; pass\n")
    }

    @Test("of every honest form are read")
    func reads() throws {
        let zip = ZipBuilder()
            .directory("d")
            .directory("packed") { member in
                member.both { ($0.method, $0.compressedSize) = (8, 2) }
                member.data = [3, 0]
            }
            .file("d/run", "#!/bin/sh\n", mode: 0o755)
            .file("d/plain", "x", method: .stored) { $0.externalAttributes = 0 }
            .file("d/é.txt", "x")
            .file("d/empty", "", method: .stored)
            .symbolicLink("d/l", to: "run")
        var seen = Recorder()
        let bytes = zip.bytes()
        let summary = try ArchiveReader.read(bytes.span, as: .zip, limits: .standard, into: &seen)
        // A link's target is unpacked, but it is no file's content.
        let expected = ArchiveSummary(
            entries: 7,
            files: 4,
            contentBytes: 12,
            unpackedBytes: 15,
            archiveBytes: bytes.count
        )
        #expect(summary == expected)
        #expect(seen.entries.map(\.path) == ["d", "packed", "d/run", "d/plain", "d/é.txt", "d/empty", "d/l"])
        #expect(seen.entries.map(\.isExecutable) == [true, true, true, false, false, false, true])
        #expect(seen.entries.map(\.size) == [0, 0, 10, 1, 1, 0, 0])
        #expect(seen.entries[6].kind == .symbolicLink(target: "run"))
        #expect(seen.calls == Array(repeating: ["begin", "end"], count: 7).flatMap(\.self))
    }

    @Test("may stand in the directory in another order; entries come as they stand in the file")
    func orders() throws {
        // Both entries are equally long, so that exchanging what the directory says of them is all it takes.
        let zip = ZipBuilder()
            .file("a", "1", method: .stored) { member in
                member.central?.name = Array("b".utf8)
                member.central?.checksum = 0x1AD5_BE0D
                member.offset = 32
            }
            .file("b", "2", method: .stored) { member in
                member.central?.name = Array("a".utf8)
                member.central?.checksum = 0x83DC_EFB7
                member.offset = 0
            }
        #expect(try visit(zip.bytes(), as: .zip).entries.map(\.path) == ["a", "b"])
    }

    @Test("content too large for one step is streamed and checked")
    func streams() throws {
        let content = noise((8 << 20) + 100)
        let zip = ZipBuilder().file("big", bytes: content)
        #expect(try visit(zip.bytes(), as: .zip).contents["big"] == content)
        let longer = ZipBuilder().file("big", bytes: content) { $0.both { $0.size += 1 } }
        #expect(zipRefusal(longer) == .sizeMismatch)
        let shorter = ZipBuilder().file("big", bytes: content) { $0.both { $0.size -= 1 } }
        #expect(zipRefusal(shorter) == .sizeMismatch)
        let other = ZipBuilder().file("big", bytes: content) { $0.both { $0.checksum ^= 1 } }
        #expect(zipRefusal(other) == .checksumMismatch)
    }

    @Test("of a file cut or changed anywhere never lead astray")
    func mutations() throws {
        let zip = ZipBuilder().file("d/a", "aaaaaaaaaaaaaaaa").directory("e").file("d/b", "b", method: .stored)
        let bytes = zip.bytes()
        let honest = try visit(bytes, as: .zip)
        for count in 0..<bytes.count {
            #expect(refusal(Array(bytes.prefix(count)), as: .zip) != nil, "cut to \(count) bytes")
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0xFF
            // Times and versions mean nothing to an unpacker; whatever else changes must be refused or harmless.
            guard let seen = try? visit(changed, as: .zip) else { continue }
            #expect(seen.contents == honest.contents, "byte \(index)")
        }
    }
}
