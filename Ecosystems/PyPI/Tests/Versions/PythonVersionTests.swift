import Testing

@testable import EcosystemPyPI

@Suite("Versions of PEP 440")
struct PythonVersionTests {
    @Test(
        "are refused when they are none",
        arguments: [
            "", " ", "v", "1!", "!1", "1.", ".1", "1..2", "1.0-", "1.0+", "1.0+a.", "1.0+a+b", "1.0a1a2", "one", "1 0",
            "1,0", "1.0-SNAPSHOT", "２", "1.0post1post2", "1.0.dev1.post1",
        ]
    )
    func refused(text: String) {
        #expect(PythonVersion(text) == nil)
    }

    @Test("are read up to the limit and not beyond", arguments: [(255, true), (256, true), (257, false)])
    func limit(count: Int, isRead: Bool) {
        #expect((PythonVersion(String(repeating: "1", count: count)) != nil) == isRead)
    }

    @Test(
        "have one normal form",
        arguments: [
            ("1.0", "1.0"), ("v1.0", "1.0"), (" 1.0\n", "1.0"), ("01.002", "1.2"), ("1.0ALPHA", "1.0a0"),
            ("1.0-beta_2", "1.0b2"), ("1.0.c3", "1.0rc3"), ("1.0preview", "1.0rc0"), ("1.0-1", "1.0.post1"),
            ("1.0.rev2", "1.0.post2"), ("1.0-r", "1.0.post0"), ("1.0-dev", "1.0.dev0"), ("0!1.0", "1.0"),
            ("2!1", "2!1"),
            ("1.0+Ubuntu-1_a", "1.0+ubuntu.1.a"), ("1.0a--1", "1.0a0.post1"), ("1.0+007", "1.0+7"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
        ]
    )
    func normalForm(text: String, normal: String) {
        #expect(PythonVersion(text)?.description == normal)
    }

    @Test("stand in the order of the specification")
    func order() throws {
        let texts = [
            "1.dev0", "1.0.dev456", "1.0a1", "1.0a2.dev456", "1.0a12.dev456", "1.0a12", "1.0b1.dev456", "1.0b2",
            "1.0b2.post345.dev456", "1.0b2.post345", "1.0rc1.dev456", "1.0rc1", "1.0", "1.0+abc.5", "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34", "1.0.post456", "1.0.15", "1.1.dev1", "1.18446744073709551615",
            "1.18446744073709551616",
            "1.100000000000000000000", "1!0.1",
        ]
        let versions = try texts.map { try #require(PythonVersion($0), "\($0)") }
        for (left, leftText) in zip(versions.indices, texts) {
            for (right, rightText) in zip(versions.indices, texts) {
                #expect((versions[left] < versions[right]) == (left < right), "\(leftText) < \(rightText)")
                #expect((versions[left] == versions[right]) == (left == right), "\(leftText) == \(rightText)")
            }
        }
    }

    @Test(
        "are equal whatever zeros end them",
        arguments: [("1", "1.0.0"), ("0", "0.0"), ("1.0a1", "1a1"), ("1.0+x", "1+X")]
    )
    func trailingZeros(left: String, right: String) throws {
        let (one, other) = (try #require(PythonVersion(left)), try #require(PythonVersion(right)))
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(!(one < other) && !(other < one))
    }

    @Test(
        "are on one line with what replaces them",
        arguments: [
            ("1.2", "1.9", true), ("1.2", "2.0", false), ("0.1.5", "0.1.9", true), ("0.1", "0.2", false),
            ("1", "1.0.1", true),
            ("0", "0.0.3", true), ("1!1.0", "1.0", false), ("2.0rc1", "2.0", true), ("2024.1", "2024.2", true),
        ]
    )
    func releaseLine(left: String, right: String, isSame: Bool) throws {
        let (one, other) = (try #require(PythonVersion(left)), try #require(PythonVersion(right)))
        #expect((one.line == other.line) == isSame)
    }
}

@Suite("Clauses of version specifiers")
struct PythonSpecifierTests {
    @Test(
        "are refused when they are none",
        arguments: [
            "1.0", "=1.0", ">", ">=1.*", "~=1", "~=1.0+x", ">1.0+x", "==1.0a1.*", "==1.*.*", "=>1", ">=1.0,oops",
            "===a b", "==", "~=1.*",
        ]
    )
    func refused(text: String) {
        #expect(PythonSpecifierSet(text) == nil)
    }

    @Test(
        "hold for what they say",
        arguments: [
            ("==1.0", "1", true), ("==1.0", "1.0+x", true), ("==1.0+x", "1.0", false), ("!=1.0", "1.0+x", false),
            ("==1.1.*", "1.1a1", true),
            ("==1.*", "1", true), ("!=1.*", "2", true), ("~=2.2", "2.9", true), ("~=2.2", "3.0", false),
            ("~=2.2.post3", "2.2", false),
            ("~=1.4.5a4", "1.4.9", true), ("<2", "2.dev0", false), ("<2.dev1", "2.dev0", true),
            (">1.7", "1.7.post1", false),
            (">1.7.post1", "1.7.post2", true), (">1.7", "1.7+x", false), ("<=1.0", "1.0+x", true),
            (">=1.0", "1!0.1", true), ("===1.0", "1.0.0", false),
            ("", "1.0", true), (" >=1 , <2 ", "1.5", true),
        ]
    )
    func holds(text: String, version: String, isMatch: Bool) throws {
        let set = try #require(PythonSpecifierSet(text))
        #expect(set.contains(try #require(PythonVersion(version)), prereleases: true) == isMatch)
    }

    @Test("take pre-releases only when asked, or when nothing else is there")
    func prereleases() throws {
        let versions = try ["1.0", "1.1", "1.2rc1"].map { try #require(PythonVersion($0)) }
        func chosen(_ text: String, prereleases: Bool? = nil) throws -> [String] {
            try #require(PythonSpecifierSet(text)).filter(versions, prereleases: prereleases).map(\.description)
        }
        #expect(try chosen(">=1.0") == ["1.0", "1.1"])
        #expect(try chosen(">=1.1") == ["1.1"])
        #expect(try chosen(">=1.2a0") == ["1.2rc1"])
        #expect(try chosen(">1.1") == ["1.2rc1"])
        #expect(try chosen(">1.1", prereleases: false) == [])
        #expect(try chosen(">=1.0", prereleases: true) == ["1.0", "1.1", "1.2rc1"])
    }

    @Test("are read up to the limit and not beyond", arguments: [(4_095, true), (4_096, true), (4_097, false)])
    func limit(count: Int, isRead: Bool) {
        let text = ">=1" + String(repeating: ",", count: count - 3)
        #expect((PythonSpecifierSet(text) != nil) == isRead)
    }
}
