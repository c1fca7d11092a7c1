import Glibc
import SallyportGate
import SallyportModel
import Testing

/// What every blob store promises.
@Suite struct BlobsConformanceTests {
    /// Sizes about the limits of buffers and pages.
    static let sizes = [0, 1, 4_095, 4_096, 262_143, 262_144, 262_145, 1_000_000]

    /// Stores bytes in pieces and answers their key.
    private func store(_ bytes: [UInt8], piece: Int = 60_000, in blobs: any Blobs) async throws -> Digest {
        let staged = try await blobs.stage()
        for start in stride(from: 0, to: bytes.count, by: piece) {
            try await staged.write(Array(bytes[start..<min(bytes.count, start + piece)]))
        }
        let content = try await staged.finish()
        #expect(content.size == bytes.count)
        #expect(content.digests == Bytes.digests(of: bytes))
        try await staged.commit()
        return try #require(content.digest(.sha256))
    }

    @Test("bytes come back as they were written", arguments: BlobsForm.allCases, sizes)
    func roundTrip(form: BlobsForm, size: Int) async throws {
        try await form.use { blobs, _ in
            let bytes = Samples.bytes(size)
            let digest = try await store(bytes, in: blobs)
            let opened = try await blobs.open(try Samples.clearance(digest, size: size))
            #expect(opened.size == size)
            #expect(try await opened.read(0..<size) == bytes)
            if size > 10 { #expect(try await opened.read(3..<9) == Array(bytes[3..<9])) }
            let inspected = try await blobs.inspect(Samples.pass(digest)) { span in
                span.indices.map { span[$0] }
            }
            #expect(inspected == bytes)
        }
    }

    @Test("the descriptor gives the bytes", arguments: BlobsForm.allCases)
    func descriptor(form: BlobsForm) async throws {
        try await form.use { blobs, _ in
            let bytes = Samples.bytes(5_000)
            let digest = try await store(bytes, in: blobs)
            let opened = try await blobs.open(try Samples.clearance(digest, size: 5_000))
            var buffer = [UInt8](repeating: 0, count: 5_000)
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(opened.descriptor, bytes.baseAddress, bytes.count, 0)
            }
            #expect(count == 5_000)
            #expect(buffer == bytes)
        }
    }

    @Test("reads outside of the blob are refused", arguments: BlobsForm.allCases, [0..<11, 10..<11, -1..<3])
    func outside(form: BlobsForm, range: Range<Int>) async throws {
        try await form.use { blobs, _ in
            let digest = try await store(Samples.bytes(10), in: blobs)
            let opened = try await blobs.open(try Samples.clearance(digest, size: 10))
            await #expect(throws: (any Error).self) { try await opened.read(range) }
        }
    }

    @Test("staged bytes are inspected before anyone can open them", arguments: BlobsForm.allCases, [0, 300_000])
    func stagedInspection(form: BlobsForm, size: Int) async throws {
        try await form.use { blobs, _ in
            let bytes = Samples.bytes(size)
            let staged = try await blobs.stage()
            try await staged.write(bytes)
            let content = try await staged.finish()
            let digest = try #require(content.digest(.sha256))
            #expect(try await staged.inspect { $0.count } == size)
            await #expect(throws: BlobDamaged.self) {
                try await blobs.open(try Samples.clearance(digest, size: size))
            }
            await staged.discard()
            await #expect(throws: BlobDamaged.self) { try await blobs.inspect(Samples.pass(digest)) { $0.count } }
        }
    }

    @Test("a staged blob is used in order or not at all", arguments: BlobsForm.allCases)
    func order(form: BlobsForm) async throws {
        try await form.use { blobs, _ in
            let staged = try await blobs.stage()
            await #expect(throws: (any Error).self) { try await staged.commit() }
            await #expect(throws: (any Error).self) { try await staged.inspect { $0.count } }
            try await staged.write([1, 2, 3])
            _ = try await staged.finish()
            await #expect(throws: (any Error).self) { try await staged.write([4]) }
            await #expect(throws: (any Error).self) { try await staged.finish() }
            try await staged.commit()
            await #expect(throws: (any Error).self) { try await staged.commit() }
            await staged.discard()
            let digest = try Bytes.sha256([1, 2, 3])
            #expect(try await blobs.open(try Samples.clearance(digest, size: 3)).size == 3)
        }
    }

    @Test("a damaged blob is found, and is gone afterwards", arguments: BlobsForm.allCases, [true, false])
    func damage(form: BlobsForm, wasOpenedBefore: Bool) async throws {
        try await form.use { blobs, harm in
            let digest = try await store(Samples.bytes(9_000), in: blobs)
            let clearance = try Samples.clearance(digest, size: 9_000)
            if wasOpenedBefore { _ = try await blobs.open(clearance) }
            try harm.damage(digest)
            let error = try await #require(throws: BlobDamaged.self) { try await blobs.open(clearance) }
            #expect(error.digest == digest)
            await #expect(throws: BlobDamaged.self) { try await blobs.open(clearance) }
            #expect(try await store(Samples.bytes(9_000), in: blobs) == digest)
            #expect(try await blobs.open(clearance).size == 9_000)
        }
    }

    @Test("inspection finds damage too", arguments: BlobsForm.allCases)
    func damageInInspection(form: BlobsForm) async throws {
        try await form.use { blobs, harm in
            let digest = try await store(Samples.bytes(9_000), in: blobs)
            try harm.damage(digest)
            await #expect(throws: BlobDamaged.self) { try await blobs.inspect(Samples.pass(digest)) { $0.count } }
        }
    }

    @Test("a missing blob counts as damaged", arguments: BlobsForm.allCases, [true, false])
    func missing(form: BlobsForm, wasOpenedBefore: Bool) async throws {
        try await form.use { blobs, harm in
            let digest = try await store(Samples.bytes(9_000), in: blobs)
            let clearance = try Samples.clearance(digest, size: 9_000)
            if wasOpenedBefore { _ = try await blobs.open(clearance) }
            try harm.remove(digest)
            await #expect(throws: BlobDamaged.self) { try await blobs.open(clearance) }
        }
    }

    @Test("a clearance for another size opens nothing", arguments: BlobsForm.allCases, [8_999, 9_001])
    func wrongSize(form: BlobsForm, size: Int) async throws {
        try await form.use { blobs, _ in
            let digest = try await store(Samples.bytes(9_000), in: blobs)
            await #expect(throws: BlobDamaged.self) { try await blobs.open(try Samples.clearance(digest, size: size)) }
            #expect(try await blobs.open(try Samples.clearance(digest, size: 9_000)).size == 9_000)
        }
    }

    @Test("the same bytes can arrive many times at once", arguments: BlobsForm.allCases)
    func sameBytesAtOnce(form: BlobsForm) async throws {
        try await form.use { blobs, _ in
            let bytes = Samples.bytes(100_000)
            let digest = try Bytes.sha256(bytes)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        let staged = try await blobs.stage()
                        try await staged.write(bytes)
                        _ = try await staged.finish()
                        try await staged.commit()
                        let opened = try await blobs.open(try Samples.clearance(digest, size: 100_000))
                        let read = try await opened.read(0..<100_000)
                        #expect(read == bytes)
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
