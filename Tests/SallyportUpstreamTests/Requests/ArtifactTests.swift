import SallyportGate
import SallyportModel
import SallyportTesting
import SallyportUpstream
import Testing

@Suite struct ArtifactTests {
    static let content = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
    static let digest = Digest(.sha1, bytes: [UInt8](repeating: 7, count: 20))

    /// Limits under which bytes are written soon.
    static var limits: UpstreamLimits {
        var limits = Rig.limits
        limits.writeBytes = 64
        return limits
    }

    @Test func takesBytesAsTheyAre() async throws {
        let packed = gzip(Self.content)
        let blob = MemoryBlob()
        try await Rig.with(answer: { _ in .status(200, [("content-encoding", "gzip")], packed) }) { rig in
            #expect(await rig.fetchFailure(into: blob) == nil)
            #expect(blob.bytes == packed)
            #expect(rig.server.received.first?.headers["accept-encoding"] == "identity")
            #expect(rig.server.received.first?.headers["range"] == nil)
        }
    }

    @Test(arguments: [(1_001, UpstreamError.Code?.none), (1_000, nil), (999, .tooLarge), (0, .tooLarge)])
    func countsBytes(bytesMax: Int, code: UpstreamError.Code?) async throws {
        for answer in [Reply.status(200, [], Self.content), .chunked([Self.content])] {
            try await Rig.with(limits: Self.limits, answer: { _ in answer }) { rig in
                #expect(await rig.fetchFailure(bytesMax: bytesMax) == code)
            }
        }
    }

    @Test(arguments: [(1_001, UpstreamError.Code.otherSize), (1_000, nil), (999, .otherSize)])
    func holdsThePublishedSize(size: Int, code: UpstreamError.Code?) async throws {
        for answer in [Reply.status(200, [], Self.content), .chunked([Self.content])] {
            try await Rig.with(limits: Self.limits, answer: { _ in answer }) { rig in
                #expect(await rig.fetchFailure(size: size) == code)
            }
        }
    }

    @Test func takesAnEmptyArtifact() async throws {
        let blob = MemoryBlob()
        try await Rig.with(answer: { _ in .status(200) }) { rig in
            #expect(await rig.fetchFailure(size: 0, into: blob) == nil)
            #expect(blob.bytes.isEmpty)
        }
    }

    @Test(arguments: [
        (404, UpstreamError.Code.notFound, 1), (410, .notFound, 1), (401, .refused, 1), (403, .refused, 1),
        (451, .refused, 1), (204, .invalid, 1), (206, .invalid, 1), (304, .invalid, 1), (503, .unreachable, 3),
    ])
    func failsBy(status: Int, code: UpstreamError.Code, attempts: Int) async throws {
        try await Rig.with(answer: { _ in .status(status) }) { rig in
            #expect(await rig.fetchFailure() == code)
            #expect(rig.server.received.count == attempts)
        }
    }

    @Test func saysWhenTheDiskIsFull() async throws {
        try await Rig.with(limits: Self.limits, answer: { _ in .status(200, [], Self.content) }) { rig in
            #expect(await rig.fetchFailure(into: MemoryBlob(capacity: 500)) == .storage)
            #expect(rig.server.received.count == 1)
        }
    }

    @Test func startsAgainWhenNothingWasWritten() async throws {
        let failures = Countdown(2)
        let blob = MemoryBlob()
        try await Rig.with(answer: { _ in
            failures.next() ? .broken(Array(Self.content[..<500]), length: 1_000) : .status(200, [], Self.content)
        }) { rig in
            #expect(await rig.fetchFailure(into: blob) == nil)
            #expect(blob.bytes == Self.content)
            #expect(rig.server.received.allSatisfy { $0.headers["range"] == nil })
        }
    }

    @Test func takesABrokenTransferUpByItsEntityTag() async throws {
        let blob = MemoryBlob()
        try await Rig.with(limits: Self.limits, answer: Self.resumable(tag: "\"v1\"")) { rig in
            #expect(await rig.fetchFailure(size: 1_000, into: blob) == nil)
            #expect(blob.bytes == Self.content)
            #expect(rig.server.received.count == 2)
            #expect(rig.server.received.last?.headers["if-range"] == "\"v1\"")
        }
    }

    @Test func takesABrokenTransferUpWhenDigestsAreChecked() async throws {
        let blob = MemoryBlob()
        let digest = try #require(Self.digest)
        try await Rig.with(limits: Self.limits, answer: Self.resumable(tag: nil)) { rig in
            #expect(await rig.fetchFailure(digests: [digest], into: blob) == nil)
            #expect(blob.bytes == Self.content)
            #expect(rig.server.received.last?.headers["if-range"] == nil)
        }
    }

    @Test(arguments: [nil, "W/\"v1\""])
    func doesNotMixBytesThatMayDiffer(tag: String?) async throws {
        try await Rig.with(limits: Self.limits, answer: Self.resumable(tag: tag)) { rig in
            #expect(await rig.fetchFailure() == .invalid)
            #expect(rig.server.received.count == 1)
        }
    }

    @Test(arguments: [
        Reply.status(200, [], content), .status(416), .status(206, [], content),
        .status(206, [("content-range", "bytes 0-999/1000")], content),
        .status(206, [("content-range", "bytes 5000-5001/9999")], [1, 2]),
    ])
    func refusesAnotherRangeThanTheRest(second: Reply) async throws {
        let digest = try #require(Self.digest)
        let failures = Countdown(1)
        let blob = MemoryBlob()
        try await Rig.with(
            limits: Self.limits,
            answer: { _ in
                failures.next() ? .broken(Array(Self.content[..<500]), length: 1_000) : second
            }
        ) { rig in
            #expect(await rig.fetchFailure(digests: [digest], into: blob) == .invalid)
            #expect(rig.server.received.count == 2)
            #expect(blob.bytes == Array(Self.content[..<blob.bytes.count]))
        }
    }

    @Test(arguments: [
        "", "a.tgz", "ftp://host/a.tgz", "http://user@registry.example.invalid/a.tgz", "http://127.0.0.1:1/a.tgz",
        "http://[::1]:1/a.tgz", "http://169.254.169.254/a.tgz", "http://10.1.2.3/a.tgz",
    ])
    func refusesLinks(url: String) async throws {
        try await Rig.with(answer: { _ in .status(200, [], Self.content) }) { rig in
            let error = await #expect(throws: UpstreamError.self) { try await rig.fetch(at: url, into: MemoryBlob()) }
            #expect(error?.code == .forbiddenTarget)
        }
    }

    @Test func takesAPathBelowTheBase() async throws {
        let blob = MemoryBlob()
        try await Rig.with(answer: { _ in .status(200, [], [1, 2]) }) { rig in
            try await rig.fetch(at: "upstream:gems/a.gem", into: blob)
            #expect(blob.bytes == [1, 2])
            #expect(rig.server.received.first?.target.hasSuffix("/gems/a.gem") == true)
            for path in ["../a.gem", "gems/%2e%2e/a.gem", "a?b", "a#b"] {
                let error = await #expect(throws: UpstreamError.self) {
                    try await rig.fetch(at: "upstream:\(path)", into: MemoryBlob())
                }
                #expect(error?.code == .forbiddenTarget)
            }
        }
    }

    @Test func followsARedirectToTheBytes() async throws {
        let blob = MemoryBlob()
        try await Rig.with(answer: { $0.target == "/a.tgz" ? .redirect("/b?c=%2F") : .status(200, [], [1, 2]) }) {
            rig in
            #expect(await rig.fetchFailure(into: blob) == nil)
            #expect(blob.bytes == [1, 2])
            #expect(rig.server.received.last?.target == "/b?c=%2F")
        }
    }

    /// Breaks off after 500 bytes, then sends what a range asks for.
    private static func resumable(tag: String?) -> @Sendable (Received) -> Reply {
        let headers = tag.map { [("etag", $0)] } ?? []
        return { request in
            guard let range = request.headers["range"], let start = Int(range.dropFirst(6).dropLast()) else {
                return .broken(Array(content[..<500]), length: 1_000, headers)
            }
            return .status(206, [("content-range", "bytes \(start)-999/1000")] + headers, Array(content[start...]))
        }
    }
}
