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

    private func listing(_ text: String = upstream, _ limits: CompactIndexLimits = .standard) throws -> VersionsListing
    {
        let package = try #require(VersionsListing.package)
        let document = IndexDocument(
            body: Array(text.utf8),
            contentType: "text/plain",
            url: "\(PageForge.base)versions"
        )
        let digests = RepresentationDigests(hashing: StandInHashing())
        return try VersionsListing(document, package, digests: digests, limits: limits)
    }

    private func listed(_ name: String, hiding hidden: Set<Int> = [], generation: UInt64 = 1) throws -> ListedPackage {
        let index = try PageForge.index(Self.pages[name] ?? [], of: name)
        return ListedPackage(index: index, generation: generation) { PageForge.view(of: index, hiding: hidden) }
    }

    private func text(_ listing: VersionsListing) -> String {
        PageForge.text(listing.render(ListingForm.versions.indexForm, view: PageForge.view(of: listing)))
    }

    private func showing(
        _ listing: VersionsListing,
        _ packages: [ListedPackage],
        remembered: (Package) -> Bool = { _ in false }
    ) throws -> VersionsListing {
        guard case .seen(let next) = listing.showing(packages, isRemembered: remembered, isOwned: { _ in false }) else {
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
            case .unseen(let next) = listing.showing(
                [try listed("demo"), try listed("rack")],
                isRemembered: { _ in false },
                isOwned: { _ in false }
            )
        else {
            Issue.record("a page that is whole changes nothing")
            return
        }
        guard
            case .none = next.showing(
                [try listed("demo"), try listed("rack")],
                isRemembered: { _ in false },
                isOwned: { _ in false }
            )
        else {
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
        let next = try listing(compacted)
        #expect(next.continuing(held) == nil)
        #expect(text(next) == compacted)
        let again = try showing(next, [try listed("demo", hiding: [1])])
        #expect(text(again).hasPrefix(compacted + "demo -1.1 "))
    }

    @Test("says what the upstream says of a gem that nobody remembers")
    func forgotten() throws {
        let held = try showing(try listing(), [try listed("demo", hiding: [1])])
        let next = try showing(held, [])
        #expect(text(next) == text(held) + "demo 1.1 \(Self.md5("demo"))\n")
    }

    @Test("stays with what it said of a gem that left the memory as it was, and looks again when it comes back")
    func remembered() throws {
        let held = try showing(try listing(), [try listed("demo", hiding: [1])])
        let change = held.showing([], isRemembered: { $0.name == "demo" }, isOwned: { _ in false })
        guard case .none = change else {
            Issue.record("what left the memory is said again")
            return
        }
        let changed = try listed("demo", hiding: [2], generation: 2)
        let back = try showing(held, [changed, try listed("rack")])
        #expect(text(back) == text(held) + "demo -1.1-java,1.1 \(pageDigest(changed))\n")
    }

    @Test(
        "takes back what the page has no line for that can be understood, and keeps the page's digest when it begins anew"
    )
    func omitted() throws {
        let lines = [PageForge.line("1.0", 1), "1.1 "]
        let page = PageForge.document(lines, of: "demo")
        let upstream = "---\ndemo 1.0,1.1 \(MD5.hex(page.body.span))\n"
        let index = try PageForge.index(lines, of: "demo")
        let listed = ListedPackage(index: index, generation: 1) { PageForge.view(of: index) }
        var limits = CompactIndexLimits()
        limits.additionsBytesMax = 1
        for limits in [CompactIndexLimits.standard, limits] {
            let listing = try listing(upstream, limits)
            #expect(text(try showing(listing, [listed])) == upstream + "demo -1.1 \(pageDigest(listed))\n")
        }
        // A line that is no version of the list changes the page and its digest alone.
        let odd = [PageForge.line("1.0", 1), "!"]
        let oddPage = PageForge.document(odd, of: "demo")
        let oddIndex = try PageForge.index(odd, of: "demo")
        let oddListed = ListedPackage(index: oddIndex, generation: 1) { PageForge.view(of: oddIndex) }
        let oddUpstream = "---\ndemo 1.0 \(MD5.hex(oddPage.body.span))\n"
        for limits in [CompactIndexLimits.standard, limits] {
            let next = try showing(try listing(oddUpstream, limits), [oddListed])
            #expect(text(next) == oddUpstream + "demo -1.0,1.0 \(pageDigest(oddListed))\n")
        }
    }

    @Test("offers nothing under a name of the company's own, now and later")
    func owned() throws {
        let listing = try listing()
        guard case .seen(let found) = listing.showing([], isRemembered: { _ in false }, isOwned: { $0.name == "demo" })
        else {
            Issue.record("a name of our own is listed")
            return
        }
        let next = try #require(found as? VersionsListing)
        #expect(text(next).hasSuffix("demo -1.0,-1.1,-1.1-java \(MD5.hex(Array("---\n".utf8).span))\n"))
        #expect(
            PageForge.text(next.render(ListingForm.names.indexForm, view: PageForge.view(of: next))) == "---\nrack\n"
        )
        let more = try self.listing(Self.upstream + "demo 9.9 33333333333333333333333333333333\n").continuing(next)
        guard case .seen(let last) = more?.showing([], isRemembered: { _ in false }, isOwned: { $0.name == "demo" })
        else {
            Issue.record("a later version of it is listed")
            return
        }
        #expect(text(try #require(last as? VersionsListing)).contains("\ndemo -1.0,-1.1,-1.1-java,-9.9 "))
    }

    @Test("says the same of the same, in whatever order it hears of it")
    func order() throws {
        let packages = [try listed("demo", hiding: [1]), try listed("rack", hiding: [0])]
        let text = text(try showing(try listing(), packages))
        #expect(self.text(try showing(try listing(), packages.reversed())) == text)
        #expect(text.hasSuffix("\ndemo -1.1 \(pageDigest(packages[0]))\nrack -3.0 \(pageDigest(packages[1]))\n"))
    }

    @Test("has the digests of its text, however it came to be")
    func digests() throws {
        var listing = try listing()
        var bodies: [[UInt8]] = []
        for (number, hidden) in [[1], [], [0, 2], [2]].enumerated() {
            let upstream = Self.upstream + (0..<number).map { "new-\($0) 1.0 \(Self.md5("rack"))\n" }.joined()
            listing = try #require(try self.listing(upstream).continuing(listing) as? VersionsListing)
            let demo = try listed("demo", hiding: Set(hidden), generation: UInt64(number + 1))
            if case .seen(let next) = listing.showing([demo], isRemembered: { _ in false }, isOwned: { _ in false }) {
                listing = try #require(next as? VersionsListing)
            }
            let answer = listing.render(ListingForm.versions.indexForm, view: PageForge.view(of: listing))
            let sha256 = Base64.encode(StandInHashing().sha256(answer.body.span).bytes)
            #expect(answer.etag == "\"\(MD5.hex(answer.body.span))\"")
            #expect(answer.headers.contains(Header("repr-digest", "sha-256=:\(sha256):")))
            if let last = bodies.last { #expect(answer.body.starts(with: last)) }
            bodies.append(answer.body)
        }
        #expect(Set(bodies).count == 4)
    }

    @Test(
        "versions that many lines give and take are those that the last word leaves, in linear time",
        .timeLimit(.minutes(1))
    )
    func folding() throws {
        var fold = VersionsFold()
        fold.apply(Array("1.0,1.1,1.0,2.0".utf8)[...])
        fold.apply(Array("-1.0,-9.9,3.0,1.0,-2.0,".utf8)[...])
        #expect(fold.versions == ["1.1", "3.0", "1.0"])
        let many = (0..<20_000).map { "1.\($0)" }
        let labels = many + many.map { "-2.\($0)" } + many.map { "-\($0)" }
        let name = "evil \(labels.prefix(20_000).joined(separator: ",")) \(Self.md5("rack"))\n"
        let again = "evil \(labels.dropFirst(20_000).joined(separator: ",")) \(Self.md5("rack"))\n"
        var limits = CompactIndexLimits()
        limits.versionLineBytesMax = 1 << 20
        let listing = try listing("---\n" + name + again, limits)
        #expect(listing.omissions == [])
        #expect(listing.upstreamVersions(of: "evil") == [])
        #expect(SpecLists(listing).names() == Array("---\n".utf8))
    }

    @Test("a line that is longer than any is left out", arguments: [-1, 0, 1])
    func longLines(more: Int) throws {
        let line = "demo 1.0 \(Self.md5("demo"))\n"
        var limits = CompactIndexLimits()
        limits.versionLineBytesMax = line.utf8.count - more
        #expect(try listing("---\n" + line, limits).omissions.isEmpty == (more <= 0))
    }

    @Test("the lists are made of many gems within a second or two", .timeLimit(.minutes(1)))
    func manyGems() throws {
        let lines = (0..<20_000).map { number in
            let labels = (0..<10).map { "\($0).\(number % 7).0" } + ["1.0-java", "9.0.rc1"]
            return
                "gem-\(number) \(labels.prefix(number % 3 == 0 ? 12 : 10).joined(separator: ",")) \(Self.md5("rack"))"
        }
        let listing = try listing("---\n" + lines.joined(separator: "\n") + "\n")
        let names = SpecLists(listing).names()
        #expect(names.split(separator: 0x0A).count == 20_001)
        #expect(SpecLists(listing).marshalled(.released).count > SpecLists(listing).marshalled(.latest).count)
    }

    @Test("numbers are compared as RubyGems compares versions of them")
    func numbers() throws {
        let texts = ["0", "0.0.1", "0.9", "0.10", "1", "1.0.0", "1.0.1", "1.00.2", "1.2", "1.10", "2.0", "10", "010.1"]
        for one in texts {
            for other in texts {
                let expected = try #require(GemVersion(one)) < #require(GemVersion(other))
                let isBelow = SpecLists.isBelow(Array(one.utf8)[...], Array(other.utf8)[...])
                #expect(isBelow == expected, "\(one) \(other)")
            }
        }
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
            #expect(listing.journal.byteCount <= 500)
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
        let plain = try self.listing(
            "---\na 1.0,1.10,1.9,1.9-java,2.0.a \(Self.md5("rack"))\nb 0.1 \(Self.md5("rack"))\n"
        )
        func all(_ form: ListingForm) throws -> [String] {
            let answer = plain.render(form.indexForm, view: PageForge.view(of: plain))
            return try RubyOracle.ask("load.rb", "gz", input: answer.body).split(separator: "\n").map(String.init)
        }
        #expect(
            try all(.specs).sorted() == [
                "a 1.0 ruby Gem::Version", "a 1.10 ruby Gem::Version", "a 1.9 java Gem::Version",
                "a 1.9 ruby Gem::Version", "b 0.1 ruby Gem::Version",
            ]
        )
        #expect(
            try all(.latestSpecs).sorted() == [
                "a 1.10 ruby Gem::Version", "a 1.9 java Gem::Version", "b 0.1 ruby Gem::Version",
            ]
        )
        #expect(try all(.prereleaseSpecs) == ["a 2.0.a ruby Gem::Version"])
    }
}
