import Testing

@testable import EcosystemRubyGems

@Suite("Marshal as Ruby writes it")
struct MarshalWriterTests {
    private func bytes(_ write: (inout MarshalWriter) -> Void) -> [UInt8] {
        var writer = MarshalWriter()
        write(&writer)
        return writer.bytes
    }

    @Test("simple values")
    func values() {
        #expect(bytes { $0.null() } == [4, 8, 0x30])
        #expect(bytes { $0.bool(true) } == [4, 8, 0x54])
        #expect(bytes { $0.bool(false) } == [4, 8, 0x46])
        #expect(bytes { $0.string("a") } == [4, 8] + Array("I\"\u{6}a\u{6}:\u{6}ET".utf8))
    }

    /// What `Marshal.dump` of Ruby 3.1 gives.
    @Test(
        "numbers",
        arguments: [
            (0, [0]), (1, [6]), (122, [127]), (123, [1, 123]), (255, [1, 255]), (256, [2, 0, 1]),
            (65_535, [2, 255, 255]),
            (65_536, [3, 0, 0, 1]), (0x3FFF_FFFF, [4, 255, 255, 255, 63]), (-1, [250]), (-123, [128]),
        ] as [(Int, [UInt8])]
    )
    func numbers(value: Int, expected: [UInt8]) {
        #expect(bytes { $0.integer(value) } == [4, 8, 0x69] + expected)
    }

    @Test("a symbol is written once, and then its number")
    func symbols() {
        let written = bytes { writer in
            writer.beginArray(3)
            writer.symbol("a")
            writer.symbol("b")
            writer.symbol("b")
        }
        #expect(written == [4, 8] + Array("[\u{8}:\u{6}a:\u{6}b;\u{6}".utf8))
    }

    @Test("a version and a requirement")
    func version() {
        let version = bytes { $0.version("1.0") }
        #expect(version == [4, 8] + Array("U:\u{11}Gem::Version[\u{6}I\"\u{8}1.0\u{6}:\u{6}ET".utf8))
    }
}
