import Foundation
import GRDB
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportStore
import Testing

/// A database as the first version wrote it opens in every later one (docs/formats/database.md).
@Suite struct FirstVersionTests {
    @Test("a database of the first version is read and written on")
    func opens() async throws {
        let folder = try TemporaryFolder()
        _ = try DataFolder(path: folder.data)
        try write(FirstVersion.sql, to: folder.data + "/catalogue.sqlite")
        let catalogue = try SQLiteCatalogue(folder: DataFolder(path: folder.data))
        let package = try Samples.package("@scope/a")
        let judgements = try await catalogue.judgements(of: package)
        #expect(judgements.map(\.verdict.outcome) == [.hold])
        let judgement = try #require(judgements.first)
        #expect(judgement.artifact.release.version == "1.1.0")
        #expect(judgement.predecessor?.release.version == "1.0.0")
        #expect(judgement.digests.map(\.algorithm) == [.sha1, .sha256])
        #expect(judgement.verdict.reasons.map(\.code) == ["hook-added"])
        #expect(judgement.companion?.size == 12)
        #expect(try await catalogue.refusals(limit: 5) == judgements)
        #expect(try await catalogue.report(of: judgement)?.files.first?.digest == Samples.digest("x"))
        let renewed = try Samples.judgement(of: judgement.artifact, bytes: "other")
        try await catalogue.record(renewed, report: Samples.report())
        #expect(try await catalogue.report(of: judgement)?.files.first?.digest == Samples.digest("x"))
        #expect(try await catalogue.report(of: renewed) == Samples.report())
        #expect(try await catalogue.pending(limit: 5).map(\.release.version) == ["1.0.0"])
        let decisions = try await catalogue.decisions()
        #expect(decisions.map(\.action) == [.deny, .freeze])
        #expect(decisions.map(\.sequence) == [1, 2])
        let subject = PackageURL(package: package, version: nil)
        #expect(try await catalogue.downloads(of: subject, limit: 5).map(\.recipient) == ["ci"])
        try await looks(catalogue, judgement.artifact)
        try await catalogue.record([Samples.download(judgement.artifact, number: 1)])
        #expect(try await catalogue.downloads(of: subject, limit: 5).count == 2)
        await catalogue.close()
    }

    /// What the first look shows of an old sighting is added to it; other bytes after that are new.
    private func looks(_ catalogue: SQLiteCatalogue, _ artifact: Artifact) async throws {
        let first = Instant(milliseconds: 1)
        for (time, content, expected) in [
            (Int64(9), "x", first), (10, "x", first), (11, "y", Instant(milliseconds: 11)),
        ] {
            let entry = IndexedArtifact(
                artifact: artifact,
                url: "",
                digests: [Samples.digest(content)],
                publishedAt: first
            )
            let sightings = try await catalogue.look(
                at: artifact.release.package,
                entries: [entry],
                now: Instant(milliseconds: time)
            )
            #expect(sightings.map(\.firstSeen) == [expected])
            #expect(sightings.map(\.firstStated) == [first])
        }
    }

    private func write(_ sql: String, to path: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.write { try $0.execute(sql: sql) }
        try database.close()
    }
}
