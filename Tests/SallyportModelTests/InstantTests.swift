import Foundation
import SallyportModel
import Testing

@Suite("Instants")
struct InstantTests {
    @Test(
        "refuse what is no RFC 3339 time",
        arguments: [
            "", " ", "2026", "2026-11", "2026-1-22", "26-11-22", "2026-11-22 ", " 2026-11-22", "2026-11-22T",
            "2026-11-22Z",
            "2026-13-01", "2026-00-01", "2026-11-00", "2026-11-31", "2026-02-29", "1900-02-29", "2100-02-29",
            "2026-04-31",
            "2026-11-22T24:00:00Z", "2026-11-22T23:60:00Z", "2026-11-22T23:59:61Z", "2026-11-22T15",
            "2026-11-22T15:1:00Z",
            "2026-11-22T15:10:00.Z", "2026-11-22T15:10:00.", "2026-11-22T15:10:00,5Z", "2026-11-22T15:10:00ZZ",
            "2026-11-22T15:10:00+", "2026-11-22T15:10:00+2", "2026-11-22T15:10:00+24:00", "2026-11-22T15:10:00+02:60",
            "2026-11-22T15:10:00+02:00Z", "2026-11-22T15:10:00 UTC", "2026-11-22T15:10:00Z\n", "2026-11-22\u{0}",
            "-2026-11-22", "+2026-11-22", "\u{662}026-11-22", "2026/11/22", "Sun, 22 Nov 2026 15:10:00 GMT",
            "1763824200",
        ]
    )
    func refusals(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(
        "read RFC 3339 with fraction and offset",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01", 0), ("1969-12-31T23:59:59.999Z", -1),
            ("2000-02-29", 951_782_400_000),
            ("2026-11-22T15:10:00Z", 1_795_360_200_000), ("2026-11-22t15:10:00z", 1_795_360_200_000),
            ("2026-11-22 15:10:00", 1_795_360_200_000), ("2026-11-22T15:10Z", 1_795_360_200_000),
            ("2026-11-22T17:10:00+02:00", 1_795_360_200_000), ("2026-11-22T09:40:00-0530", 1_795_360_200_000),
            ("2026-11-22T15:10:00.5Z", 1_795_360_200_500), ("2026-11-22T15:10:00.123456789Z", 1_795_360_200_123),
            ("2016-12-31T23:59:60Z", 1_483_228_799_000), ("0000-01-01", -62_167_219_200_000),
            ("9999-12-31T23:59:59Z", 253_402_300_799_000),
        ] as [(String, Int64)]
    )
    func readings(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test("are read up to 64 bytes, and refused beyond rather than cut")
    func limit() {
        let head = "2026-11-22T15:10:00."
        #expect(Instant(head + "0".repeated(42) + "Z") != nil)
        #expect(Instant(head + "0".repeated(43) + "Z") != nil)
        #expect(Instant(head + "0".repeated(44) + "Z") == nil)
        #expect(Instant(head + "0".repeated(44) + "garbage") == nil)
        #expect(Instant("9".repeated(100)) == nil)
    }

    @Test(
        "write what they read",
        arguments: [
            "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2024-02-29T12:00:00Z", "2026-11-22T15:10:07Z",
            "0000-03-01T00:00:00Z", "9999-12-31T23:59:59Z",
        ]
    )
    func roundTrip(text: String) {
        #expect(Instant(text)?.description == text)
    }

    @Test("read back days of eight centuries")
    func manyDays() {
        for day in stride(from: Int64(-146_097), to: 146_097, by: 5) {
            let instant = Instant(milliseconds: day * 86_400_000 + 1_000)
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test("show the minute, in far years as well")
    func minutes() {
        #expect(Instant("2026-11-22T15:10:59Z")?.minute == "2026-11-22 15:10 UTC")
        #expect(Instant("9999-12-31T23:59:00-23:59")?.minute == "10000-01-01 23:58 UTC")
        #expect(Instant("0000-01-01T00:00:00+00:01")?.minute == "-0001-12-31 23:59 UTC")
    }

    @Test("are stored as text, and read back to the millisecond")
    func stored() throws {
        for milliseconds in [0, -1, 1_795_360_200_007, -62_167_219_200_000, 253_402_300_799_999] as [Int64] {
            let instant = Instant(milliseconds: milliseconds)
            let data = try JSONEncoder().encode([instant])
            #expect(try JSONDecoder().decode([Instant].self, from: data) == [instant])
        }
        #expect(try JSONEncoder().encode([Instant(milliseconds: 1_500)]) == Data(#"["1970-01-01T00:00:01.500Z"]"#.utf8))
    }

    @Test("beyond the years that can be written are stored as the nearest that can")
    func storedFar() throws {
        for (milliseconds, nearest) in [
            (Int64.min, -62_167_219_200_000), (-62_167_219_200_001, -62_167_219_200_000),
            (253_402_300_800_000, 253_402_300_799_999), (Int64.max, 253_402_300_799_999),
        ] as [(Int64, Int64)] {
            let data = try JSONEncoder().encode([Instant(milliseconds: milliseconds)])
            #expect(try JSONDecoder().decode([Instant].self, from: data).first?.milliseconds == nearest)
        }
    }

    @Test("refuse a stored text that is none")
    func badStored() {
        for text in ["", "tomorrow", "10000-01-01T00:00:00Z"] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([Instant].self, from: Data("[\"\(text)\"]".utf8))
            }
        }
    }

    @Test("saturate instead of overflowing")
    func saturation() {
        let last = Instant(milliseconds: .max)
        let first = Instant(milliseconds: .min)
        #expect(last.adding(seconds: 1) == last)
        #expect(first.adding(seconds: -1) == first)
        #expect(Instant(milliseconds: 0).adding(seconds: .max) == last)
        #expect(Instant(milliseconds: 0).adding(seconds: .min) == first)
        #expect(last.seconds(since: first) == .max)
        #expect(first.seconds(since: last) == .min)
        #expect(!last.description.isEmpty && !first.description.isEmpty)
        #expect(last.minute.hasSuffix(" UTC") && first.minute.hasSuffix(" UTC"))
    }

    @Test("count and compare seconds")
    func arithmetic() {
        let instant = Instant(milliseconds: 1_500)
        #expect(instant.adding(seconds: 2).milliseconds == 3_500)
        #expect(instant.adding(seconds: 2).seconds(since: instant) == 2)
        #expect(instant.seconds(since: instant.adding(seconds: 2)) == -2)
        #expect(instant < instant.adding(seconds: 1))
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
