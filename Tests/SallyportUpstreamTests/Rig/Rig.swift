import Logging
import NIOCore
import NIOPosix
import NIOSSL
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportUpstream
import Synchronization

/// Answers look-ups from a table, the n-th time with the n-th entry; the last one stays.
final class NameTable: HostResolver {
    struct Unknown: Error {}

    private let names: Mutex<[String: [[String]]]>

    init(_ names: [String: [[String]]]) { self.names = Mutex(names) }

    func addresses(of host: String) async throws -> [IPAddress] {
        let found = names.withLock { names -> [String]? in
            guard let answers = names[host], let first = answers.first else { return nil }
            if answers.count > 1 { names[host] = Array(answers.dropFirst()) }
            return first
        }
        guard let found else { throw Unknown() }
        return found.compactMap { IPAddress($0) }
    }
}

/// Waits that were asked for; none is waited.
final class Waits: Sendable {
    private let entries = Mutex<[Duration]>([])
    var all: [Duration] { entries.withLock { $0 } }
    func add(_ wait: Duration) { entries.withLock { $0.append(wait) } }
}

/// The place where most tests happen: a name that resolves to 127.0.0.1, and an upstream that asks it.
struct Rig: Sendable {
    static let host = "registry.example.invalid"

    let server: TestServer
    let upstream: HTTPUpstream
    let waits: Waits

    static let noon = Instant(milliseconds: 784_111_777_000)

    /// Limits under which nothing takes long.
    static var limits: UpstreamLimits {
        var limits = UpstreamLimits.standard
        limits.idleTimeout = .seconds(2)
        limits.addressesLifetimeSeconds = 1_000
        return limits
    }

    /// Runs `body` against a server and takes both down.
    static func with<Result>(
        path: String = "/",
        credentials: UpstreamCredentials? = nil,
        limits: UpstreamLimits = limits,
        names: [String: [[String]]] = [host: [["127.0.0.1"]]],
        answer: @escaping @Sendable (Received) -> Reply,
        _ body: (Rig) async throws -> Result
    ) async throws -> Result {
        let server = try await TestServer.start(answer)
        let waits = Waits()
        let upstream = try HTTPUpstream(
            [.init(.npm, url: "http://\(host):\(server.port)\(path)", credentials: credentials)],
            limits: limits,
            surroundings: surroundings(names: names, waits: waits)
        )
        do {
            let result = try await body(Rig(server: server, upstream: upstream, waits: waits))
            await upstream.shutdown()
            await server.stop()
            return result
        } catch {
            await upstream.shutdown()
            await server.stop()
            throw error
        }
    }

    static func surroundings(names: [String: [[String]]], waits: Waits = Waits()) -> UpstreamSurroundings {
        UpstreamSurroundings(
            group: MultiThreadedEventLoopGroup.singleton,
            resolver: NameTable(names),
            pacing: Pacing(now: { noon }, sleep: { waits.add($0) }, random: { 0 }),
            instance: "test-instance",
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    var base: String { "http://\(Self.host):\(server.port)/" }

    func index(
        _ path: String = "left-pad",
        bytesMax: Int = 1_000,
        known: IndexDocument? = nil
    ) async throws -> IndexReply {
        try await upstream.index(
            IndexRequest(path: path, accept: "application/json", bytesMax: bytesMax),
            of: .npm,
            known: known
        )
    }

    /// The code with which an index failed; `nil` when it came.
    func indexFailure(_ path: String = "left-pad", bytesMax: Int = 1_000) async -> UpstreamError.Code? {
        do {
            _ = try await index(path, bytesMax: bytesMax)
            return nil
        } catch {
            return (error as? UpstreamError)?.code
        }
    }
}

extension IndexReply {
    var document: IndexDocument? {
        guard case .document(let document, _) = self else { return nil }
        return document
    }

    var body: String? { document.map { String(decoding: $0.body, as: UTF8.self) } }
}

/// A staged blob in memory.
final class MemoryBlob: StagedBlob {
    struct DiskFull: Error {}

    private let content = Mutex<[UInt8]>([])
    private let capacity: Int

    init(capacity: Int = .max) { self.capacity = capacity }

    var bytes: [UInt8] { content.withLock { $0 } }

    func write(_ bytes: [UInt8]) async throws {
        try content.withLock { content in
            guard content.count + bytes.count <= capacity else { throw DiskFull() }
            content += bytes
        }
    }

    func finish() async throws -> StagedContent { StagedContent(size: bytes.count, digests: []) }

    func inspect<Result: Sendable>(_ body: @escaping @Sendable (Span<UInt8>) -> Result) async throws -> Result {
        body(bytes.span)
    }

    func commit() async throws {}
    func discard() async {}
}
