import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("A rendered packument")
struct PackumentRenderingTests {
    static let small = SmallPackument(
        versions: ["1.0.0", "1.1.0", "2.0.0"],
        tags: [("latest", "2.0.0")]
    )

    @Test("with nothing withheld is the upstream's but for the tarball addresses")
    func untouched() throws {
        let index = try Self.small.index()
        let expected = Self.small.text.replacing("https://registry.example.invalid/", with: "\(SmallPackument.view)/")
        #expect(index.text(.full) == expected)
    }

    @Test("with all withheld has no versions and no tags, and is no error")
    func empty() throws {
        let index = try Self.small.index()
        let view = index.view(withholding: Self.small.versions)
        let answer = index.render(.full, view: view)
        #expect(answer.status == 200)
        let text = String(decoding: answer.body, as: UTF8.self)
        #expect(text.contains(#""dist-tags":{},"versions":{},"time":{"created""#))
        #expect(index.likely(in: view).isEmpty)
    }

    @Test("keeps a scope in the address, and the last component of the upstream's")
    func scoped() throws {
        let index = try SmallPackument(name: "@acme/once", versions: ["1.0.0"]).index()
        #expect(index.text(.full).contains(#""tarball":"http://127.0.0.1:7259/npm/@acme/once/-/once-1.0.0.tgz""#))
        #expect(index.artifacts.first?.url == "https://registry.example.invalid/@acme/once/-/once-1.0.0.tgz")
    }

    @Test("drops what may name a withheld version: attachments and another gate's restrictions")
    func dropped() throws {
        let text = Self.small.text.dropLast() + #","_attachments":{"once-2.0.0.tgz":{}},"policyRestrictions":{"a":1}}"#
        let index = try SmallPackument.parse(String(text))
        #expect(!index.text(.full).contains("_attachments"))
        #expect(index.text(.full).hasSuffix("}}"))
        #expect(!index.text(.full).contains("policyRestrictions"))
        let named = index.text(.full, withholding: ["2.0.0"], namesRestrictions: true)
        #expect(named.components(separatedBy: "policyRestrictions").count == 2)
    }

    @Test("names restrictions to a client that reads them, when there are any")
    func restrictions() throws {
        let index = try Self.small.index()
        let expected =
            #","policyRestrictions":{"message":"Held by Sallyport: once 2.0.0 is young","#
            + #""versions":{"2.0.0":{"name":"once","version":"2.0.0"}}}}"#
        #expect(index.text(.full, withholding: ["2.0.0"], namesRestrictions: true).hasSuffix(expected))
        #expect(index.text(.abbreviated, withholding: ["2.0.0"], namesRestrictions: true).hasSuffix(expected))
        #expect(!index.text(.full, withholding: ["2.0.0"]).contains("policyRestrictions"))
        #expect(!index.text(.full, namesRestrictions: true).contains("policyRestrictions"))
    }

    @Test("says in `vary` what the answer depends on")
    func vary() throws {
        let index = try Self.small.index()
        let open = index.render(.full, view: index.view())
        #expect(open.headers.contains(Header("vary", "accept, accept-encoding")))
        let gated = index.render(.full, view: index.view(withholding: ["2.0.0"]))
        #expect(gated.headers.contains(Header("vary", "accept, accept-encoding, user-agent")))
    }

    @Test(
        "abbreviated says whether something runs at install",
        arguments: [
            (#""scripts":{"install":"node x"}"#, true), (#""scripts":{"postinstall":"x"}"#, true),
            (#""scripts":{"preinstall":"x","test":"y"}"#, true), (#""scripts":{"test":"x"}"#, false),
            (#""scripts":{"install":""}"#, false), (#""scripts":"install""#, false), (#""gypfile":true"#, true),
            (#""gypfile":false"#, false), (#""hasInstallScript":true"#, true),
            (#""scripts":{"inst\u0061ll":"x"}"#, true),
        ]
    )
    func installScript(_ member: String, _ expected: Bool) throws {
        let text = SmallPackument(versions: ["1.0.0"]).text.replacing(#""dist":{"#, with: "\(member),\"dist\":{")
        let abbreviated = try SmallPackument.parse(text).text(.abbreviated)
        #expect(abbreviated.contains(#""hasInstallScript":true"#) == expected)
        #expect(!abbreviated.contains("scripts"))
    }

    @Test("gives one version's manifest by its text or by a tag, and says why not")
    func manifest() throws {
        let index = try Self.small.index()
        let own = Self.small.manifest("1.1.0").replacing("https://registry.example.invalid", with: SmallPackument.view)
        let exact = try #require(IndexForm.manifest("1.1.0"))
        let latest = try #require(IndexForm.manifest("latest"))
        #expect(index.text(exact) == own)
        #expect(index.text(latest, withholding: ["2.0.0"]) == own)
        let refused = index.render(exact, view: index.view(withholding: ["1.1.0"]))
        #expect(refused.status == 404)
        #expect(
            String(decoding: refused.body, as: UTF8.self)
                == #"{"error":"version not found: 1.1.0\nHeld by Sallyport: once 1.1.0 is young"}"#
        )
        let unknown = index.render(IndexForm("manifest", selector: "9.9.9"), view: index.view())
        #expect(String(decoding: unknown.body, as: UTF8.self) == #"{"error":"version not found: 9.9.9"}"#)
    }

    @Test("of a package that was unpublished has no versions and is no error")
    func unpublished() throws {
        let text = #"{"name":"once","time":{"unpublished":{"time":"2020-01-01T00:00:00Z"}}}"#
        #expect(try SmallPackument.parse(text).text(.full) == text)
    }

    @Test("proposes the tags, then the newest of each line, for judging ahead")
    func likely() throws {
        let versions = ["0.1.0", "1.0.0", "1.1.0", "2.0.0", "2.1.0-beta.1", "3.0.0"]
        let index = try SmallPackument(versions: versions, tags: [("next", "2.1.0-beta.1"), ("latest", "2.0.0")])
            .index()
        #expect(
            index.likely(in: index.view()).map { versions[$0] } == ["2.0.0", "2.1.0-beta.1", "3.0.0", "1.1.0", "0.1.0"]
        )
        let without = index.view(withholding: ["2.0.0", "3.0.0"])
        #expect(index.likely(in: without).map { versions[$0] } == ["1.1.0", "2.1.0-beta.1", "0.1.0"])
    }

    @Test("tells which withheld versions are newer than all that is visible on their line")
    func newer() throws {
        let versions = ["0.1.0", "1.0.0", "1.1.0", "1.2.0", "2.0.0", "2.1.0-beta.1", "3.0.0"]
        let index = try SmallPackument(versions: versions, tags: [("latest", "2.0.0")]).index()
        let view = index.view(withholding: ["0.1.0", "1.0.0", "1.2.0", "2.1.0-beta.1", "3.0.0"])
        #expect(index.newerWithheld(in: view).map { versions[$0] } == ["3.0.0", "1.2.0"])
    }

    @Test("reads sizes, times and digests")
    func artifacts() throws {
        let text = SmallPackument(versions: ["1.0.0"]).text
            .replacing(#""dist":{"#, with: #""dist":{"shasum":"\#(SmallPackument.shasum)","unpackedSize":9,"#)
        let entry = try #require(try SmallPackument.parse(text).artifacts.first)
        #expect(entry.digests.map(\.algorithm) == [.sha512, .sha1])
        #expect(entry.size == nil)
        #expect(entry.publishedAt == Instant("2020-01-10T00:00:00Z"))
    }
}
