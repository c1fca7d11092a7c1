import SallyportArchive
import SallyportTesting
import Testing

@Suite("Zip64")
struct Zip64Tests {
    static func number(_ value: UInt64, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }

    /// The zip64 end record and its locator for an end, each field changeable by patches in them.
    static func records(for end: ZipEnd, patches: [(offset: Int, bytes: [UInt8])] = []) -> [UInt8] {
        let start = UInt64(end.directoryOffset) + UInt64(end.directorySize)
        var bytes: [UInt8] = [0x50, 0x4B, 6, 6]
        bytes += number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
        bytes += number(UInt64(end.entriesHere), 8) + number(UInt64(end.entries), 8)
        bytes += number(UInt64(end.directorySize), 8) + number(UInt64(end.directoryOffset), 8)
        bytes += [0x50, 0x4B, 6, 7] + number(0, 4) + number(start, 8) + number(1, 4)
        for patch in patches {
            bytes.replaceSubrange(patch.offset..<(patch.offset + patch.bytes.count), with: patch.bytes)
        }
        return bytes
    }

    static func marked(_ end: inout ZipEnd) {
        end.entries = 0xFFFF
        end.entriesHere = 0xFFFF
        end.directorySize = 0xFFFF_FFFF
        end.directoryOffset = 0xFFFF_FFFF
    }

    static func zip(patches: [(offset: Int, bytes: [UInt8])] = [], marks: Bool = true) -> ZipBuilder {
        ZipEndTests.honest.ending { end in
            end.before = records(for: end, patches: patches)
            if marks { marked(&end) }
        }
    }

    static let refused: [ZipCase] = [
        ZipCase("locator that points elsewhere", .zip64Mismatch, zip(patches: [(64, [9])])),
        ZipCase("locator that points past 64 bits", .zip64Mismatch, zip(patches: [(71, [0xFF])])),
        ZipCase("locator of two disks", .multipleDisks, zip(patches: [(72, [2])])),
        ZipCase("locator on another disk", .multipleDisks, zip(patches: [(60, [1])])),
        ZipCase("record without its signature", .zip64Mismatch, zip(patches: [(3, [7])])),
        ZipCase("record with an extension", .zip64Mismatch, zip(patches: [(4, [45])])),
        ZipCase("record on another disk", .multipleDisks, zip(patches: [(16, [1])])),
        ZipCase("record with entries elsewhere", .zip64Mismatch, zip(patches: [(24, [1])])),
        ZipCase("record with a negative size", .zip64Mismatch, zip(patches: [(47, [0x80])])),
        ZipCase("record with another size", .sizeMismatch, zip(patches: [(40, [255])])),
        ZipCase(
            "record that disagrees with the plain one",
            .zip64Mismatch,
            zip(patches: [(32, [1]), (24, [1])], marks: false)
        ),
        ZipCase("record without locator", .hiddenData, withoutLocator),
        ZipCase("locator without record", .zip64Mismatch, withoutRecord),
    ]

    private static let withoutLocator = ZipEndTests.honest.ending { $0.before = Array(records(for: $0).prefix(56)) }
    private static let withoutRecord = ZipEndTests.honest.ending { $0.before = Array(records(for: $0).suffix(20)) }

    @Test("end records are refused", arguments: refused)
    func refuses(sample: ZipCase) {
        #expect(zipRefusal(sample.builder) == sample.code)
    }

    @Test("end records that agree are read", arguments: [true, false])
    func reads(marks: Bool) throws {
        #expect(try visit(Self.zip(marks: marks).bytes(), as: .zip).entries.count == 2)
    }

    /// An entry of five bytes, stored, whose headers leave some values to the zip64 field.
    static func entry(_ edit: (inout ZipMember) -> Void) -> ZipBuilder {
        ZipBuilder().file("a.txt", "12345", method: .stored, edit: edit)
    }

    static func extra(_ values: [UInt64]) -> [UInt8] {
        number(1, 2) + number(UInt64(values.count * 8), 2) + values.flatMap { number($0, 8) }
    }

    static func wide(_ fields: inout ZipFields) {
        fields.size = 0xFFFF_FFFF
        fields.compressedSize = 0xFFFF_FFFF
    }

    static let refusedFields: [ZipCase] = [
        ZipCase("marks without a field", .zip64Mismatch, entry { $0.both { wide(&$0) } }),
        ZipCase(
            "another size in the field",
            .truncated,
            entry {
                $0.central?.extra = extra([9, 9]); if var f = $0.central { wide(&f); $0.central = f }
            }
        ),
        ZipCase(
            "a field that disagrees with the plain size",
            .zip64Mismatch,
            entry { $0.central?.extra = extra([9, 5]) }
        ),
        ZipCase("a local field that disagrees", .zip64Mismatch, entry { $0.local?.extra = extra([5, 6]) }),
        ZipCase("a local field with another offset", .zip64Mismatch, entry { $0.local?.extra = extra([5, 5, 7]) }),
        ZipCase(
            "a field with one value missing",
            .zip64Mismatch,
            entry {
                $0.both {
                    wide(&$0); $0.extra = extra([5])
                }
            }
        ),
        ZipCase(
            "a field with odd length",
            .zip64Mismatch,
            entry { $0.both { $0.extra = number(1, 2) + number(3, 2) + [0, 0, 0] } }
        ),
        ZipCase(
            "a field past 64 bits",
            .zip64Mismatch,
            entry {
                $0.both {
                    wide(&$0); $0.extra = extra([UInt64.max, 5])
                }
            }
        ),
        ZipCase(
            "two fields",
            .zip64Mismatch,
            entry {
                $0.both {
                    wide(&$0); $0.extra = extra([5, 5]) + extra([5, 5])
                }
            }
        ),
        ZipCase(
            "a mark on one local size",
            .zip64Mismatch,
            entry {
                $0.local?.size = 0xFFFF_FFFF; $0.local?.extra = extra([5])
            }
        ),
        ZipCase(
            "a field that two readers would assign differently",
            .zip64Mismatch,
            entry {
                $0.central?.compressedSize = 0xFFFF_FFFF
                $0.central?.extra = extra([5, 5])
            }
        ),
    ]

    @Test("fields of entries are refused", arguments: refusedFields)
    func refusesFields(sample: ZipCase) {
        #expect(zipRefusal(sample.builder) == sample.code)
    }

    static let honestFields: [(name: String, builder: ZipBuilder)] = [
        (
            "both headers",
            entry {
                $0.both {
                    wide(&$0); $0.extra = extra([5, 5])
                }
            }
        ),
        ("local header only", entry { if var f = $0.local { wide(&f); f.extra = extra([5, 5]); $0.local = f } }),
        ("redundant values", entry { $0.both { $0.extra = extra([5, 5]) } }),
        ("an empty field", entry { $0.both { $0.extra = extra([]) } }),
        (
            "offset only",
            entry {
                $0.offset = 0xFFFF_FFFF; $0.central?.extra = extra([0])
            }
        ),
        ("beside another field", entry { $0.both { $0.extra = [0x55, 0x54, 1, 0, 0] + extra([5, 5, 0]) } }),
    ]

    @Test("fields of entries that agree are read", arguments: honestFields)
    func readsFields(name: String, builder: ZipBuilder) throws {
        #expect(try visit(builder.bytes(), as: .zip).text("a.txt") == "12345", "\(name)")
    }
}
