import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemRubyGems

@Suite("The list of all gems")
struct VersionsListingTests {
    private static let pages = [
        "demo": [PageForge.line("1.0", 1), PageForge.line("1.1", 2), PageForge.line("1.1-java", 3)],
        "rack": [PageForge.line("3.0", 4)],
    ]

    private static func md5(_ name: String) -> String {
        MD5.hex(PageForge.document(pages[name] ?? [], of: name).body.span)
    }

    private static let upstream = """
        created_at: 2024-01-01T00:00:00Z
        ---
        demo 1.0 00000000000000000000000000000000
        rack 3.0 \(md5("rack"))
        demo 1.1,1.1-java \(md5("demo"))

        """

    private func listing(_ text: String = upstream) throws -> VersionsListing {
        let package = try #require(VersionsListing.package)
        let document = IndexDocument(
            body: Array(text.utf8),
            contentType: "text/plain",
            url: "\(PageForge.base)versions"
        )
        return try #require(try PageForge.ecosystem.parseIndex(document, of: package) as? VersionsListing)
    }

    private func listed(_ name: String, hiding hidden: Set<Int> = [], generation: UInt64 = 1) throws -> ListedPackage {
        let index = try PageForge.index(Self.pages[name] ?? [], of: name)
        return ListedPackage(index: index, generation: generation) { PageForge.view(of: index, hiding: hidden) }
    }

    private func text(_ listing: VersionsListing) -> String {
        PageForge.text(listing.render(ListingForm.versions.indexForm, view: PageForge.view(of: listing)))
    }

    private func showing(_ listing: VersionsListing, _ packages: [ListedPackage]) throws -> VersionsListing {
        guard case .seen(let next) = listing.showing(packages, isOwned: { _ in false }) else {
            Issue.record("clients see no difference")
            return listing
        }
        return try #require(next as? VersionsListing)
    }

    private func pageDigest(_ packages: ListedPackage) -> String {
        MD5.hex(packages.index.render(.info, view: packages.view).body.span)
    }

    @Test("is the upstream's own where nothing is withheld")
    func untouched() throws {
        let listing = try listing()
        #expect(text(listing) == Self.upstream)
        guard
            case .unseen(let next) = listing.showing([try listed("demo"), try listed("rack")], isOwned: { _ in false })
        else {
            Issue.record("a page that is whole changes nothing")
            return
        }
        guard case .none = next.showing([try listed("demo"), try listed("rack")], isOwned: { _ in false }) else {
            Issue.record("what was looked at is not looked at again")
            return
        }
    }

    @Test("takes a withheld version back by a line more, with the digest of the page as it is served")
    func withheld() throws {
        let demo = try listed("demo", hiding: [1, 2])
        let next = try showing(try listing(), [demo, try listed("rack")])
        #expect(text(next) == Self.upstream + "demo -1.1,-1.1-java \(pageDigest(demo))\n")
        let answer = next.render(ListingForm.versions.indexForm, view: PageForge.view(of: next))
        #expect(answer.etag == "\"\(MD5.hex(answer.body.span))\"")
        #expect(answer.headers.contains { $0.name == "repr-digest" })
    }

    @Test("gives it back by a line more when it is admitted")
    func admitted() throws {
        let held = try showing(try listing(), [try listed("demo", hiding: [1, 2])])
        let partly = try listed("demo", hiding: [2], generation: 2)
        let next = try showing(held, [partly])
        #expect(text(next) == text(held) + "demo -1.1-java,1.1 \(pageDigest(partly))\n")
        let last = try showing(next, [try listed("demo", generation: 3)])
        #expect(text(last) == text(next) + "demo 1.1-java \(Self.md5("demo"))\n")
        #expect(last.said.isEmpty)
    }

    @Test("leaves the upstream's digest standing where it knows of another page")
    func otherMoment() throws {
        let moved = Self.upstream + "demo 1.2 ffffffffffffffffffffffffffffffff\n"
        let next = try showing(try listing(moved), [try listed("demo", hiding: [1])])
        #expect(text(next) == moved + "demo -1.1 ffffffffffffffffffffffffffffffff\n")
    }

    @Test("goes on where the upstream appends")
    func appended() throws {
        let demo = try listed("demo", hiding: [1])
        let held = try showing(try listing(), [demo])
        let other = "rack 3.1 11111111111111111111111111111111\n"
        let next = try #require(try listing(Self.upstream + other).continuing(held) as? VersionsListing)
        #expect(text(next) == text(held) + other)
        // What the upstream says again of a gem is answered again.
        let again = "demo 1.2 22222222222222222222222222222222\n"
        let fresh = try #require(try listing(Self.upstream + other + again).continuing(next) as? VersionsListing)
        let last = try showing(fresh, [demo])
        #expect(text(last) == text(next) + again + "demo -1.1 22222222222222222222222222222222\n")
    }

    @Test("begins anew where the upstream does")
    func rewritten() throws {
        let held = try showing(try listing(), [try listed("demo", hiding: [1])])
        let compacted = Self.upstream.replacing("2024", with: "2025")
        let next = try #require(try listing(compacted).continuing(held) as? VersionsListing)
        #expect(text(next) == compacted)
        let again = try showing(next, [try listed("demo", hiding: [1])])
        #expect(text(again).hasPrefix(compacted + "demo -1.1 "))
    }

    @Test("says what the upstream says of a gem that is no longer in memory")
    func forgotten() throws {
        let held = try showing(try listing(), [try listed("demo", hiding: [1])])
        let next = try showing(held, [])
        #expect(text(next) == text(held) + "demo 1.1 \(Self.md5("demo"))\n")
    }

    @Test("offers nothing under a name of the company's own, now and later")
    func owned() throws {
        let listing = try listing()
        guard case .seen(let found) = listing.showing([], isOwned: { $0.name == "demo" }) else {
            Issue.record("a name of our own is listed")
            return
        }
        let next = try #require(found as? VersionsListing)
        #expect(text(next).hasSuffix("demo -1.0,-1.1,-1.1-java \(MD5.hex(Array("---\n".utf8).span))\n"))
        #expect(
            PageForge.text(next.render(ListingForm.names.indexForm, view: PageForge.view(of: next))) == "---\nrack\n"
        )
        let more = try self.listing(Self.upstream + "demo 9.9 33333333333333333333333333333333\n").continuing(next)
        guard case .seen(let last) = more.showing([], isOwned: { $0.name == "demo" }) else {
            Issue.record("a later version of it is listed")
            return
        }
        #expect(text(try #require(last as? VersionsListing)).contains("\ndemo -1.0,-1.1,-1.1-java,-9.9 "))
    }

    @Test(
        "leaves out lines that clients could read otherwise",
        arguments: [
            "demo", "demo 1.0", "demo 1.0 x", " demo 1.0 00000000000000000000000000000000",
            "demo  1.0 00000000000000000000000000000000",
            "demo 1.0 00000000000000000000000000000000 ", ".x 1.0 00000000000000000000000000000000",
            "a/b 1.0 00000000000000000000000000000000", "d\u{E9}mo 1.0 00000000000000000000000000000000", "\t", "",
        ]
    )
    func strange(line: String) throws {
        let listing = try listing(Self.upstream + line + "\n" + "zeta 1 44444444444444444444444444444444\n")
        #expect(text(listing) == Self.upstream + "zeta 1 44444444444444444444444444444444\n")
        #expect(listing.omissions.count == 1)
    }

    @Test("is refused without its header, and above its limits")
    func refused() throws {
        for text in ["", "demo 1.0 x\n", "--\n", String(repeating: "x\n", count: 3_000) + "---\n"] {
            #expect(throws: IndexError.self) { try listing(text) }
        }
        var limits = CompactIndexLimits()
        limits.versionLinesMax = 3
        #expect(throws: Never.self) { try VersionsText(Array(Self.upstream.utf8), limits: limits) }
        limits.versionLinesMax = 2
        #expect(throws: IndexError.self) { try VersionsText(Array(Self.upstream.utf8), limits: limits) }
        limits.versionsBytesMax = 10
        #expect(throws: IndexError.self) { try VersionsText(Array(Self.upstream.utf8), limits: limits) }
    }

    @Test("begins its additions anew before they outgrow the rest")
    func compaction() throws {
        var limits = CompactIndexLimits()
        limits.additionsBytesMax = 400
        let package = try #require(VersionsListing.package)
        let document = IndexDocument(body: Array(Self.upstream.utf8), contentType: "text/plain", url: "")
        let digests = RepresentationDigests(hashing: StandInHashing())
        var listing = try VersionsListing(document, package, digests: digests, limits: limits)
        for generation: UInt64 in 1...40 {
            let hidden: Set<Int> = generation % 2 == 0 ? [1] : [2]
            listing = try showing(listing, [try listed("demo", hiding: hidden, generation: generation)])
            #expect(listing.journal.byteCount <= 400)
            let answer = listing.render(ListingForm.versions.indexForm, view: PageForge.view(of: listing))
            #expect(answer.etag == "\"\(MD5.hex(answer.body.span))\"")
            #expect(text(listing).hasPrefix(Self.upstream))
        }
    }

    @Test("makes the lists of older clients, the same for all", .enabled(if: try RubyOracle.isNeeded()))
    func lists() throws {
        let more = Self.upstream + "demo 2.0.rc1,-1.1-java 55555555555555555555555555555555\n"
        let listing = try showing(try listing(more), [try listed("demo", hiding: [1])])
        func entries(_ form: ListingForm) throws -> [String] {
            let answer = listing.render(form.indexForm, view: PageForge.view(of: listing))
            return try RubyOracle.ask("load.rb", "gz", input: answer.body).split(separator: "\n").map(String.init)
        }
        #expect(try entries(.specs) == ["demo 1.0 ruby Gem::Version", "rack 3.0 ruby Gem::Version"])
        #expect(try entries(.latestSpecs) == ["demo 1.0 ruby Gem::Version", "rack 3.0 ruby Gem::Version"])
        #expect(try entries(.prereleaseSpecs) == ["demo 2.0.rc1 ruby Gem::Version"])
    }
}
