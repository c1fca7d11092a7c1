import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// What has arrived of an artifact, across attempts.
struct ArtifactProgress {
    /// Bytes gathered and not yet written; an attempt that fails before the first write leaves no trace.
    var pending: [UInt8] = []
    /// Bytes in the staged blob.
    var written = 0
    /// A strong entity tag of the answer that the written bytes come from.
    var entityTag: String?

    /// Bytes of the artifact that are here.
    var count: Int { written + pending.count }
}

extension UpstreamSession {
    /// Streams an artifact into a staged blob.
    func fetch(
        _ artifact: IndexedArtifact,
        bytesMax: Int,
        into staged: any StagedBlob
    ) async throws(UpstreamError) {
        let url = try link(artifact.url)
        let limit = min(bytesMax, artifact.size ?? bytesMax)
        var progress = ArtifactProgress()
        try await withAttempts(.artifact, isRepeatable: true) { deadline in
            // Bytes that no writing has confirmed are asked for again; it is simpler than to trust them.
            progress.pending = []
            let question = try self.question(for: artifact, after: progress)
            try await ask(question, at: url, purpose: .artifact, deadline: deadline) { response, url in
                try start(of: response, from: url, progress: &progress)
                do {
                    try await BoundedBody.forEachPart(
                        of: response,
                        from: url,
                        bytesMax: limit - progress.written,
                        deadline: deadline
                    ) { part in
                        progress.pending.append(contentsOf: part.readableBytesView)
                        if progress.pending.count >= limits.writeBytes { try await flush(&progress, into: staged) }
                    }
                } catch let failure as AttemptFailure where failure.error.code == .tooLarge {
                    guard let size = artifact.size, size <= bytesMax else { throw failure }
                    throw AttemptFailure(.otherSize, "\(url.withoutQuery) has more than the promised \(size) bytes")
                }
                if let size = artifact.size, progress.count < size {
                    // Without a length, a connection that breaks looks like the end: the next attempt may bring the rest.
                    throw AttemptFailure(
                        UpstreamError(.otherSize, "\(url.withoutQuery) has \(progress.count) of \(size) bytes"),
                        isWorthRetry: !BoundedBody.hasEnd(response)
                    )
                }
                try await flush(&progress, into: staged)
            }
        }
    }

    private func flush(_ progress: inout ArtifactProgress, into staged: any StagedBlob) async throws {
        guard !progress.pending.isEmpty else { return }
        do {
            try await staged.write(progress.pending)
        } catch {
            throw AttemptFailure(.storage, "the bytes could not be stored (\(error)); is the disk full?")
        }
        progress.written += progress.pending.count
        progress.pending.removeAll(keepingCapacity: true)
    }

    private func question(for artifact: IndexedArtifact, after progress: ArtifactProgress) throws -> Question {
        var question = Question(headers: [("accept", "*/*"), ("accept-encoding", "identity")])
        guard progress.written > 0 else { return question }
        guard progress.entityTag != nil || !artifact.digests.isEmpty else {
            throw AttemptFailure(.invalid, "\(artifact.artifact.filename) broke off and can't be taken up again")
        }
        question.headers.append(("range", "bytes=\(progress.written)-"))
        if let tag = progress.entityTag { question.headers.append(("if-range", tag)) }
        return question
    }

    /// Checks that the answer begins where the written bytes end.
    private func start(of response: HTTPClientResponse, from url: WebURL, progress: inout ArtifactProgress) throws {
        switch (response.status.code, progress.written) {
        case (200, 0):
            progress.entityTag = Self.plain(response, "etag").flatMap { $0.hasPrefix("\"") ? $0 : nil }
        case (206, 1...):
            let range = response.headers.first(name: "content-range") ?? ""
            guard range.hasPrefix("bytes \(progress.written)-") else {
                throw AttemptFailure(.invalid, "\(url.withoutQuery) sent another range than it was asked for")
            }
        case (200, _), (206, _), (416, _):
            throw AttemptFailure(.invalid, "\(url.withoutQuery) broke off and can't be taken up again")
        default:
            throw failure(response, from: url)
        }
    }

    /// Reads an artifact's URL as an index gave it.
    ///
    /// An https upstream may not lead to http. A plain link to its own host, as old indexes hold them, is asked
    /// for over https instead, as the registries' own clients do.
    private func link(_ text: String) throws(UpstreamError) -> WebURL {
        // Where the protocol says that files lie below the base: wherever a redirect led for the index.
        if text.hasPrefix(IndexedArtifact.baseScheme) {
            return try below(String(text.dropFirst(IndexedArtifact.baseScheme.count)), query: nil)
        }
        guard let url = WebURL(text) else {
            throw UpstreamError(.forbiddenTarget, "the index links to no usable http or https URL")
        }
        let own = configuration.url.origin
        guard own.scheme == .https, url.origin.scheme == .http else { return url }
        guard url.origin.host == own.host, url.origin.port == WebScheme.http.defaultPort else {
            throw UpstreamError(.forbiddenTarget, "the https index links to \(url.withoutQuery) over http")
        }
        return WebURL(origin: own, path: url.path, query: url.query)
    }
}
