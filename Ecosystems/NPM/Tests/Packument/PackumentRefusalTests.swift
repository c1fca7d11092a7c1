import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("A packument from an upstream that can't be trusted")
struct PackumentRefusalTests {
    static let refused: [(String, String)] = [
        ("", "json-unexpected-end"),
        ("[]", "json-wrong-kind"),
        ("{}", "packument-without-name"),
        (#"{"error":"not_found"}"#, "packument-without-name"),
        (#"{"name":7}"#, "packument-without-name"),
        (#"{"name":"twice"}"#, "packument-of-another"),
        (#"{"name":"Once"}"#, "packument-of-another"),
        (#"{"name":"once","name":"once"}"#, "json-duplicate-key"),
        (#"{"name":"once","versions":{},"versions":{}}"#, "json-duplicate-key"),
        (#"{"name":"once","versions":{"1.0.0":{},"1.0.0":{}}}"#, "json-duplicate-key"),
        (#"{"name":"once","dist-tags":{"latest":"1.0.0","latest":"2.0.0"}}"#, "json-duplicate-key"),
        (#"{"name":"once"} x"#, "json-trailing-data"),
        (#"{"name":"once","readme":"\#u{01}"}"#, "json-control-character"),
    ]

    @Test("is refused with a code", arguments: refused)
    func refuses(_ text: String, _ code: String) {
        #expect(refusalCode(of: text) == code)
    }

    @Test("may have as many versions and tags as the limits say, and not one more")
    func limits() {
        var limits = PackumentLimits()
        limits.versionsMax = 3
        limits.tagsMax = 2
        var small = SmallPackument(versions: ["1.0.0", "1.0.1", "1.0.2"], tags: [("a", "1.0.0"), ("b", "1.0.0")])
        #expect(refusalCode(of: small.text, limits) == nil)
        small.versions.append("1.0.3")
        #expect(refusalCode(of: small.text, limits) == "packument-too-many-versions")
        small.versions.removeLast(2)
        #expect(refusalCode(of: small.text, limits) == nil)
        small.tags.append(("c", "1.0.0"))
        #expect(refusalCode(of: small.text, limits) == "packument-too-many-tags")
    }

    @Test("may be as long as the limits say, and not one byte longer")
    func bytes() {
        let text = SmallPackument(versions: ["1.0.0"]).text
        var limits = PackumentLimits()
        for (bytesMax, expected) in [(-1, "json-too-large"), (0, nil), (1, nil)] {
            limits.bytesMax = text.utf8.count + bytesMax
            #expect(refusalCode(of: text, limits) == expected)
        }
    }

    static let omitted: [(String, String)] = [
        ("{}", "has no tarball"),
        ("7", "has no manifest"),
        (#"{"dist":{}}"#, "has no tarball"),
        (#"{"dist":{"tarball":"ftp://registry.example.invalid/x.tgz"}}"#, "is no HTTP URL"),
        (#"{"dist":{"tarball":"https://registry.example.invalid/a b.tgz"}}"#, "is no HTTP URL"),
        (#"{"dist":{"tarball":"https://registry.example.invalid/x.tgz"}}"#, "neither an integrity value"),
        (#"{"dist":{"tarball":"https://registry.example.invalid/x.tgz","shasum":"00"}}"#, "neither an integrity value"),
        (
            #"{"dist":{"tarball":"https://registry.example.invalid/x.tgz","integrity":"sha512-AAAA"}}"#,
            "neither an integrity value"
        ),
        (
            #"{"dist":{"tarball":"https://registry.example.invalid/x.tgz","integrity":"md5-AAAA"}}"#,
            "neither an integrity value"
        ),
        (#"{"name":"twice","dist":{"tarball":"https://registry.example.invalid/x.tgz"}}"#, "of another package"),
        (#"{"version":"1.0.1","dist":{"tarball":"https://registry.example.invalid/x.tgz"}}"#, "of another version"),
    ]

    @Test("loses a version that can't be understood, from every form", arguments: omitted)
    func omits(_ manifest: String, _ reason: String) throws {
        let good = SmallPackument().manifest("1.0.0")
        let index = try SmallPackument.parse(
            #"{"name":"once","dist-tags":{"latest":"6.6.6"},"versions":{"6.6.6":\#(manifest),"1.0.0":\#(good)},"#
                + #""time":{"6.6.6":"2020-01-01T00:00:00Z"}}"#
        )
        #expect(index.artifacts.map(\.artifact.release.version) == ["1.0.0"])
        #expect(index.omissions.count == 1)
        #expect(index.omissions.first?.contains(reason) == true)
        for form in [IndexForm.full, .abbreviated, .distTags] {
            #expect(!index.text(form).contains("6.6.6"))
        }
    }

    @Test(
        "loses a version whose name is none",
        arguments: ["latest", "1.0", "../1.0.0", "1.0.0\\u0000", "", "1.0.0/x"]
    )
    func badVersions(_ version: String) throws {
        let index = try SmallPackument.parse(
            #"{"name":"once","versions":{"\#(version)":\#(SmallPackument().manifest("1.0.0"))}}"#
        )
        #expect(index.artifacts.isEmpty)
        #expect(index.omissions.count == 1)
    }

    @Test("names what was left out in a bounded list")
    func boundedOmissions() throws {
        let members = (0..<200).map { #""\#($0).0.0":{}"# }.joined(separator: ",")
        let index = try SmallPackument.parse(#"{"name":"once","versions":{\#(members)}}"#)
        #expect(index.omissions.count == 51)
        #expect(index.omissions.last == "150 more versions were left out.")
    }

    @Test("can't give one version's file name to another")
    func filenames() throws {
        let small = SmallPackument(versions: ["1.0.0", "2.0.0", "3.0.0", "4.0.0"])
        let text = small.text
            .replacing("/-/once-2.0.0.tgz", with: "/-/once-1.0.0.tgz")
            .replacing("/-/once-3.0.0.tgz", with: "/-/same.tgz")
            .replacing("/-/once-4.0.0.tgz", with: "/-/same.tgz")
        let index = try SmallPackument.parse(text)
        #expect(
            index.artifacts.map(\.artifact.filename)
                == ["once-1.0.0.tgz", "once-2.0.0.tgz", "same.tgz", "once-4.0.0.tgz"]
        )
    }

    @Test("can't hide a name behind an escape")
    func escapes() throws {
        let text = SmallPackument(versions: ["1.0.0", "1.0.1"], tags: [("latest", "1.0.1")]).text
            .replacing(#""versions":{"#, with: #""versi\u006fns":{"#)
            .replacing(#""1.0.1":{"#, with: #""1.0.\u0031":{"#)
            .replacing(#""tarball":"#, with: #""tarb\u0061ll":"#)
            .replacing(#""dist":"#, with: #""d\u0069st":"#)
        let index = try SmallPackument.parse(text)
        #expect(index.artifacts.count == 2)
        #expect(!index.text(.full).contains("registry.example.invalid"))
        #expect(!index.text(.abbreviated).contains("registry.example.invalid"))
        #expect(!index.text(.full, withholding: ["1.0.1"]).contains(#"1.0.\u0031"#))
        #expect(index.text(.distTags, withholding: ["1.0.1"]) == #"{"latest":"1.0.0"}"#)
    }

    private func refusalCode(of text: String, _ limits: PackumentLimits = PackumentLimits()) -> String? {
        do {
            _ = try SmallPackument.parse(text, limits: limits)
            return nil
        } catch {
            return (error as? IndexError)?.code
        }
    }
}
