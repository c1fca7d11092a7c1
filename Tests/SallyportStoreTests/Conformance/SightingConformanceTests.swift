import SallyportEcosystem
import SallyportGate
import SallyportModel
import Testing

/// What every catalogue promises of first sightings.
@Suite struct SightingConformanceTests {
    private func entry(
        _ version: String = "1.0.0",
        _ contents: [(String, Digest.Algorithm)] = [("one", .sha512)],
        publishedAt: Int64? = nil
    ) throws -> IndexedArtifact {
        IndexedArtifact(
            artifact: try Samples.artifact("a", version),
            url: "",
            digests: contents.compactMap { content, algorithm in
                Bytes.digests(of: Array(content.utf8)).first { $0.algorithm == algorithm }
            },
            publishedAt: publishedAt.map(Instant.init(milliseconds:))
        )
    }

    private func seen(_ first: Int64, after look: Int64? = nil, stated: Int64? = nil) -> Sighting {
        Sighting(
            firstSeen: Instant(milliseconds: first),
            previousLook: look.map(Instant.init(milliseconds:)),
            firstStated: stated.map(Instant.init(milliseconds:))
        )
    }

    private func look(_ catalogue: any Catalogue, _ entries: [IndexedArtifact], at time: Int64) async throws
        -> [Sighting]
    {
        try await catalogue.look(at: try Samples.package("a"), entries: entries, now: Instant(milliseconds: time))
    }

    private func expect(
        _ catalogue: any Catalogue,
        _ entries: [IndexedArtifact],
        at time: Int64,
        _ expected: [Sighting],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await look(catalogue, entries, at: time)
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    @Test("a look that confirms is the look before what appears later", arguments: CatalogueForm.allCases)
    func confirmed(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            _ = try await look(catalogue, [try entry()], at: 1)
            for time: Int64 in [5, 3] {
                try await catalogue.confirmLook(at: try Samples.package("a"), now: Instant(milliseconds: time))
            }
            let found = try await look(catalogue, [try entry(), try entry("2.0.0")], at: 9)
            #expect(found == [seen(1), seen(9, after: 5)])
        }
    }

    @Test("a look that confirms says nothing of a package that was never looked at", arguments: CatalogueForm.allCases)
    func confirmedUnknown(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            try await catalogue.confirmLook(at: try Samples.package("a"), now: Instant(milliseconds: 5))
            try await expect(catalogue, [try entry()], at: 9, [seen(9)])
        }
    }

    @Test("other bytes under the same name are seen for the first time", arguments: CatalogueForm.allCases)
    func otherBytes(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            _ = try await look(catalogue, [try entry(publishedAt: 1)], at: 10)
            let other = try entry("1.0.0", [("two", .sha512)], publishedAt: 2)
            try await expect(catalogue, [other], at: 20, [seen(20, after: 10, stated: 2)])
            try await expect(catalogue, [other], at: 30, [seen(20, after: 10, stated: 2)])
            try await expect(catalogue, [try entry(publishedAt: 1)], at: 40, [seen(40, after: 30, stated: 1)])
        }
    }

    @Test("digests that are added, or left out, are those of the same bytes", arguments: CatalogueForm.allCases)
    func sameBytes(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let forms: [[(String, Digest.Algorithm)]] = [
                [("one", .sha1)], [("one", .sha1), ("one", .sha512)], [("one", .sha512)], [],
                [("one", .sha512), ("one", .sha256)],
            ]
            for (turn, contents) in forms.enumerated() {
                let found = try await look(catalogue, [try entry("1.0.0", contents)], at: Int64(turn + 1))
                #expect(found == [seen(1)], "\(contents)")
            }
            // What was added is remembered.
            try await expect(catalogue, [try entry("1.0.0", [("two", .sha256)])], at: 9, [seen(9, after: 5)])
        }
    }

    @Test(
        "where nothing was promised of the bytes, the first promise is of new ones",
        arguments: CatalogueForm.allCases
    )
    func firstPromise(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            _ = try await look(catalogue, [try entry("1.0.0", [])], at: 1)
            try await expect(catalogue, [try entry()], at: 2, [seen(2, after: 1)])
            try await expect(catalogue, [try entry("1.0.0", [("one", .sha1)])], at: 3, [seen(3, after: 2)])
        }
    }

    @Test("the publish time that was stated first stays", arguments: CatalogueForm.allCases)
    func stated(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            try await expect(catalogue, [try entry()], at: 10, [seen(10)])
            for (turn, time) in [Int64(7), 3, 8].enumerated() {
                let found = try await look(catalogue, [try entry(publishedAt: time)], at: Int64(20 + turn))
                #expect(found == [seen(10, stated: 7)])
            }
            try await expect(catalogue, [try entry()], at: 30, [seen(10, stated: 7)])
        }
    }

    @Test("an index of the past replaces nothing that was seen since", arguments: CatalogueForm.allCases)
    func past(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            _ = try await look(catalogue, [try entry()], at: 10)
            let other = try entry("1.0.0", [("two", .sha512)])
            try await expect(catalogue, [other], at: 20, [seen(20, after: 10)])
            // What it shows is held against the newest look all the same.
            try await expect(catalogue, [try entry()], at: 15, [seen(15, after: 20)])
            try await expect(catalogue, [other], at: 30, [seen(20, after: 10)])
        }
    }

    @Test("of a file that is named twice the first entry counts", arguments: CatalogueForm.allCases)
    func twice(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let both = [try entry(), try entry("1.0.0", [("two", .sha512)])]
            for time: Int64 in [1, 2, 3] { try await expect(catalogue, both, at: time, [seen(1), seen(1)]) }
        }
    }
}
