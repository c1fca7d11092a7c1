import SallyportEcosystem
import SallyportGate
import SallyportModel

/// A catalogue that tells a test of every call, and fails where the test says.
struct WatchedCatalogue: Catalogue {
    let inner: any Catalogue
    /// Called before anything is done, with the call's name; what it throws is thrown.
    var before: @Sendable (String) async throws -> Void = { _ in }
    /// Called when it is done, with the call's name; what it throws is thrown although it was done.
    var after: @Sendable (String) throws -> Void = { _ in }

    /// Called before the index of a package is read; what it throws is thrown.
    var reading: @Sendable (Package) throws -> Void = { _ in }

    private func watched<Value>(_ name: String, _ body: () async throws -> Value) async throws -> Value {
        try await before(name)
        let value = try await body()
        try after(name)
        return value
    }

    func look(at package: Package, entries: [IndexedArtifact], now: Instant) async throws -> [Sighting] {
        try await watched("look") { try await inner.look(at: package, entries: entries, now: now) }
    }

    func confirmLook(at package: Package, now: Instant) async throws {
        try await watched("confirmLook") { try await inner.confirmLook(at: package, now: now) }
    }

    func keep(_ index: KeptIndex, of package: Package) async throws {
        try await watched("keep") { try await inner.keep(index, of: package) }
    }

    func confirmIndex(of package: Package, at now: Instant) async throws {
        try await watched("confirmIndex") { try await inner.confirmIndex(of: package, at: now) }
    }

    func dropIndex(of package: Package) async throws {
        try await watched("dropIndex") { try await inner.dropIndex(of: package) }
    }

    func index(of package: Package) async throws -> KeptIndex? {
        try reading(package)
        return try await watched("index") { try await inner.index(of: package) }
    }

    func keptNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String] {
        try await watched("keptNames") { try await inner.keptNames(of: ecosystem, limit: limit) }
    }

    func judgements(of package: Package) async throws -> [Judgement] {
        try await watched("judgements") { try await inner.judgements(of: package) }
    }

    func record(_ judgement: Judgement, report: Report) async throws {
        try await watched("record") { try await inner.record(judgement, report: report) }
    }

    func report(of judgement: Judgement) async throws -> Report? {
        try await watched("report") { try await inner.report(of: judgement) }
    }

    func admittedNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String] {
        try await watched("admittedNames") { try await inner.admittedNames(of: ecosystem, limit: limit) }
    }

    func refusals(limit: Int) async throws -> [Judgement] {
        try await watched("refusals") { try await inner.refusals(limit: limit) }
    }

    func outdated(besides engine: String, after position: Int64, limit: Int) async throws -> [OutdatedArtifact] {
        try await watched("outdated") {
            try await inner.outdated(besides: engine, after: position, limit: limit)
        }
    }

    func notePending(_ artifact: Artifact) async throws {
        try await watched("notePending") { try await inner.notePending(artifact) }
    }

    func pending(limit: Int) async throws -> [Artifact] {
        try await watched("pending") { try await inner.pending(limit: limit) }
    }

    func dropPending(_ artifact: Artifact) async throws {
        try await watched("dropPending") { try await inner.dropPending(artifact) }
    }

    func append(_ draft: DecisionDraft) async throws -> Decision {
        try await watched("append") { try await inner.append(draft) }
    }

    func decisions() async throws -> [Decision] {
        try await watched("decisions") { try await inner.decisions() }
    }

    func record(_ downloads: [Download]) async throws {
        try await watched("downloads") { try await inner.record(downloads) }
    }

    func downloads(of subject: PackageURL, limit: Int) async throws -> [Download] {
        try await watched("downloads") { try await inner.downloads(of: subject, limit: limit) }
    }
}

/// Blobs that tell a test before every commit, and fail where the test says.
struct WatchedBlobs: Blobs {
    let inner: any Blobs
    let before: @Sendable (String) throws -> Void

    func stage() async throws -> any StagedBlob {
        try before("stage")
        return Staged(inner: try await inner.stage(), before: before)
    }

    func open(_ clearance: Clearance) async throws -> any OpenBlob {
        try await inner.open(clearance)
    }

    func inspect<Value: Sendable>(
        _ pass: QuarantinePass,
        _ body: @escaping @Sendable (Span<UInt8>) -> Value
    ) async throws -> Value {
        try before("inspect")
        return try await inner.inspect(pass, body)
    }

    private final class Staged: StagedBlob {
        private let inner: any StagedBlob
        private let before: @Sendable (String) throws -> Void

        init(inner: any StagedBlob, before: @escaping @Sendable (String) throws -> Void) {
            self.inner = inner
            self.before = before
        }

        func write(_ bytes: [UInt8]) async throws {
            try before("write")
            try await inner.write(bytes)
        }

        func finish() async throws -> StagedContent { try await inner.finish() }

        func inspect<Value: Sendable>(_ body: @escaping @Sendable (Span<UInt8>) -> Value) async throws -> Value {
            try await inner.inspect(body)
        }

        func commit() async throws {
            try before("commit")
            try await inner.commit()
        }

        func discard() async { await inner.discard() }
    }
}
