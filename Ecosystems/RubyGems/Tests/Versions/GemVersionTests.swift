import SallyportModel
import Testing

@testable import EcosystemRubyGems

@Suite("Versions as Gem::Version reads them")
struct GemVersionTests {
    @Test(
        "what RubyGems forbids is no version",
        arguments: [
            "", " ", "1 ", " 1", "a", "a.1", ".1", "1.", "1..2", "1.2.", "junk", "1.0\n", "1,0", "1.0+b", "1a", "-1",
            "1-", "v1",
            "1.0-", "1.0-a..b", "1.0_1", "\u{661}", String(repeating: "1", count: 257),
        ]
    )
    func forbidden(text: String) {
        #expect(GemVersion(text) == nil)
    }

    @Test("the longest that is read has 256 bytes", arguments: [255, 256, 257])
    func length(count: Int) {
        #expect((GemVersion(String(repeating: "1", count: count)) != nil) == (count <= 256))
    }

    @Test(
        "in order",
        arguments: [
            [
                "0.0.1", "0.1", "0.9.9", "1.0.a", "1.0.a2", "1.0.a10", "1.0.b1", "1.0.rc1", "1.0", "1.0.1", "1.1.a",
                "1.1", "1.10", "2",
            ],
            ["1.8.2.a", "1.8.2.b", "1.8.2"],
            ["5.a", "5.0.0.rc2", "5"],
            ["1.9.3.alpha", "1.9.3", "18446744073709551615", "18446744073709551616", "98446744073709551616"],
        ]
    )
    func order(texts: [String]) throws {
        let versions = try texts.map { try #require(GemVersion($0)) }
        #expect(versions.sorted() == versions)
        for (one, other) in zip(versions, versions.dropFirst()) { #expect(one < other && !(other < one)) }
    }

    @Test(
        "equal",
        arguments: [("1", "1.0.0"), ("1.2.b1", "1.2.b.1"), ("1.0.a", "1.a"), ("01.2", "1.02"), ("1.0-x", "1.0.pre.x")]
    )
    func equal(one: String, other: String) {
        #expect(GemVersion(one) == GemVersion(other))
    }

    @Test(
        "lines",
        arguments: [
            ("1.2.3", "1.9", true), ("1.2", "2.0", false), ("0.1.2", "0.1.9", true), ("0.1", "0.2", false),
            ("0", "0.0.5", true),
            ("2.0.0.rc1", "2.1", true), ("2.0.0.rc1", "1.9", false), ("0.2.a", "0.2.5", true), ("0.a", "0.1", false),
        ]
    )
    func lines(one: String, other: String, isSame: Bool) throws {
        #expect((try #require(GemVersion(one)).line == GemVersion(other)?.line) == isSame)
    }

    @Test("agree with Ruby on thousands", .enabled(if: try RubyOracle.isNeeded()))
    func agreement() throws {
        var generator = SplitMix(seed: 7)
        let texts = Set((0..<4_000).map { _ in Self.text(&generator) }).sorted()
        let lines = try RubyOracle.ask("versions.rb", Array(texts.map { $0 + "\n" }.joined().utf8)).split(
            separator: "\n"
        )
        try #require(lines.count == texts.count)
        let ours = texts.compactMap { GemVersion($0) }.sorted()
        var ranks: [GemVersion: Int] = [:]
        for version in ours where ranks[version] == nil { ranks[version] = ranks.count }
        for (text, line) in zip(texts, lines) {
            let version = GemVersion(text)
            let expected = version.map { "\(ranks[$0] ?? -1) \($0.isPrerelease)" } ?? "-"
            #expect(line == expected, "\(text)")
        }
    }

    private static func text(_ generator: inout SplitMix) -> String {
        let pieces = [
            "0", "1", "2", "9", "10", "00", "01", "a", "b", "rc", "rc1", "1a", "A", "pre", "x86",
            "99999999999999999999",
        ]
        let signs = [".", ".", ".", ".", "-", "..", ""]
        var text = generator.pick(["0", "1", "2", "10", "a"])
        for _ in 0..<(generator.next() % 5) { text += generator.pick(signs) + generator.pick(pieces) }
        return text
    }
}

/// A generator that gives the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func pick(_ texts: [String]) -> String { texts[Int(next() % UInt64(texts.count))] }
}
