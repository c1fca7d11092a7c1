import EcosystemNPM
import EcosystemPyPI
import EcosystemRubyGems
import Logging
import NIOCore
import NIOPosix
import SallyportAnalysis
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportServer
import SallyportStore
import SallyportUpstream
import ServiceLifecycle

/// The whole system as a list: the one place that names ecosystems, store and upstream together.
struct Composition: Sendable {
    /// The services of a running server, in the order in which they start.
    let services: [any Service]

    private let catalogue: SQLiteCatalogue
    private let upstream: HTTPUpstream
    private let eventLoops: MultiThreadedEventLoopGroup

    /// Every ecosystem that this program knows.
    static let ecosystems: [any PackageEcosystem] = [
        NPMEcosystem(), PyPIEcosystem(), RubyGemsEcosystem(hashing: CryptoHashing()),
    ]

    /// Composes a server; the data folder is locked from here on, and nothing listens yet.
    init(_ plan: ServerPlan, onListening: @escaping @Sendable (Int) async -> Void) async throws {
        let clock = WallClock.now
        let run = WallClock.runIdentifier()
        let folder = try DataFolder(path: plan.dataFolder)
        let token = try AccessToken.ensure(inFolder: plan.dataFolder, logger: plan.logger)

        eventLoops = MultiThreadedEventLoopGroup(numberOfThreads: max(1, NIOCore.System.coreCount))
        catalogue = try SQLiteCatalogue(folder: folder)
        upstream = try HTTPUpstream(
            plan.upstreams,
            surroundings: UpstreamSurroundings(
                group: eventLoops,
                resolver: SystemHostResolver(group: eventLoops),
                pacing: Pacing(now: clock),
                instance: run,
                logger: plan.logger
            )
        )
        let opened = Opened(folder: folder, catalogue: catalogue, upstream: upstream, eventLoops: eventLoops, run: run)
        do {
            services = try await Self.services(plan, opened, token: token, onListening: onListening)
        } catch {
            // What was opened is closed in its order; an HTTP client that is only dropped stops the program.
            await upstream.shutdown()
            await catalogue.close()
            try? await eventLoops.shutdownGracefully()
            throw error
        }
    }

    /// What has to be closed again.
    private struct Opened {
        let folder: DataFolder
        let catalogue: SQLiteCatalogue
        let upstream: HTTPUpstream
        let eventLoops: MultiThreadedEventLoopGroup
        /// Tells this run of the server from others.
        let run: String
    }

    private static func services(
        _ plan: ServerPlan,
        _ opened: Opened,
        token: String,
        onListening: @escaping @Sendable (Int) async -> Void
    ) async throws -> [any Service] {
        let clock = WallClock.now
        let (folder, run) = (opened.folder, opened.run)
        let hashing = CryptoHashing()
        let observer = GateLog(logger: plan.logger)
        let gate = try await Gate(
            ecosystems: ecosystems,
            catalogue: opened.catalogue,
            blobs: FolderBlobs(folder: folder),
            upstream: opened.upstream,
            inspector: Inspector(
                hashing: hashing,
                rules: plan.rules,
                findings: try FindingsCache(folder: folder)
            ),
            hashing: hashing,
            policy: plan.policy,
            isOwned: plan.isOwned,
            ownNames: plan.ownNames,
            clock: clock,
            pause: { try await Task.sleep(for: $0) },
            observe: { observer.note($0) }
        )
        var settings = ServerSettings(host: plan.host, port: plan.port, publicURL: plan.publicURL)
        settings.isOwnRequest = { headers in
            LoopMark.isLoop(headers.filter { $0.name == LoopMark.field }.map(\.value), instance: run)
        }
        let server = SallyportServer(
            settings: settings,
            gate: gate,
            ecosystems: ecosystems,
            ledger: opened.catalogue,
            tokens: TokenRegistry([token: "owner"]),
            run: run,
            version: Version.text,
            clock: clock,
            eventLoopGroup: opened.eventLoops,
            logger: plan.logger,
            onListening: { port in
                try? folder.note(address: ListenAddress(host: plan.host, port: port).description)
                await onListening(port)
            }
        )
        return [GateService(gate: gate), server]
    }

    /// Closes what the services used; call when they have ended.
    func shutDown() async {
        await upstream.shutdown()
        await catalogue.close()
        try? await eventLoops.shutdownGracefully()
    }
}

/// The gate's work as a service: it goes on while requests are drained and ends after them.
private struct GateService: Service {
    let gate: Gate

    func run() async throws {
        await cancelWhenGracefulShutdown { await gate.run() }
    }
}
