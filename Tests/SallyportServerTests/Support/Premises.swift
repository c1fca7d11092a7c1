import EcosystemNPM
import EcosystemPyPI
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import SallyportAnalysis
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportServer
import SallyportTesting
import ServiceLifecycle

/// A server on a free port of this machine, with a gate, and everything else in memory.
struct Premises: Sendable {
    let catalogue = MemoryCatalogue()
    let blobs = MemoryBlobs()
    let upstream = FakeUpstream()
    let clock = ManualClock()
    let ledger: HeldLedger
    var publicURL: String?

    init() {
        ledger = HeldLedger(catalogue)
    }

    /// What a test holds while the server runs.
    struct Visit: Sendable {
        let port: Int
        let gate: Gate
        let services: ServiceGroup
        private let group: MultiThreadedEventLoopGroup

        init(port: Int, gate: Gate, services: ServiceGroup, group: MultiThreadedEventLoopGroup) {
            self.port = port
            self.gate = gate
            self.services = services
            self.group = group
        }

        /// Begins what a signal begins.
        func stop() async {
            await services.triggerGracefulShutdown()
        }

        func connect() async throws -> RawConnection {
            try await RawConnection.open(port, on: group)
        }

        /// One request on a connection of its own.
        func get(_ target: String, _ headers: [(String, String)] = []) async throws -> RawResponse {
            try await ask(RawRequest(.GET, target, headers))
        }

        func ask(_ request: RawRequest) async throws -> RawResponse {
            let connection = try await connect()
            try await connection.send(request)
            let response = try await connection.next()
            await connection.close()
            return response
        }
    }

    /// Runs a server for as long as `body` takes.
    func open(_ body: @escaping @Sendable (Visit) async throws -> Void) async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let gate = try await makeGate()
        let services = ServiceGroup(
            services: [GateService(gate: gate), makeServer(gate, group) { announce.yield($0) }],
            logger: Self.silent
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await services.run() }
            for await port in ports {
                try await body(Visit(port: port, gate: gate, services: services, group: group))
                break
            }
            await services.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        try await group.shutdownGracefully()
    }

    private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func makeGate() async throws -> Gate {
        let clock = clock
        let hashing = StandInHashing()
        return try await Gate(
            ecosystems: [NPMEcosystem(), PyPIEcosystem()],
            catalogue: catalogue,
            blobs: blobs,
            upstream: upstream,
            inspector: Inspector(hashing: hashing),
            hashing: hashing,
            policy: .standard,
            isOwned: { $0.name == "ours" },
            clock: { clock.now },
            pause: { try await Task.sleep(for: $0) }
        )
    }

    private func makeServer(
        _ gate: Gate,
        _ group: MultiThreadedEventLoopGroup,
        onListening: @escaping @Sendable (Int) async -> Void
    ) -> SallyportServer {
        let clock = clock
        return SallyportServer(
            settings: ServerSettings(host: "127.0.0.1", port: 0, publicURL: publicURL),
            gate: gate,
            ecosystems: [NPMEcosystem(), PyPIEcosystem()],
            ledger: ledger,
            tokens: TokenRegistry(["secret": "ada"]),
            run: "run",
            version: "1.2.3",
            clock: { clock.now },
            eventLoopGroup: group,
            logger: Self.silent,
            onListening: onListening
        )
    }
}

/// The gate's work, which goes on while requests are drained.
private struct GateService: Service {
    let gate: Gate

    func run() async throws {
        await cancelWhenGracefulShutdown { await gate.run() }
    }
}
