import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import NIOPosix
public import SallyportEcosystem
public import SallyportGate
public import SallyportModel
public import ServiceLifecycle

/// How the server listens, and what it keeps in memory.
public struct ServerSettings: Sendable {
    /// The address or name to bind to.
    public var host: String
    /// The port; 0 lets the system choose.
    public var port: Int
    /// The base URL in documents, where it differs from what clients use; no trailing slash.
    public var publicURL: String?
    /// Bytes of answers on the hot path.
    public var hotBytesMax = 32 * 1_024 * 1_024
    /// Bytes of rendered indexes.
    public var renderedBytesMax = 64 * 1_024 * 1_024
    /// Whether a request was sent by this server itself, which was then configured as its own upstream.
    public var isOwnRequest: @Sendable ([Header]) -> Bool = { _ in false }
    /// Connections that are open at once; more wait in the system's queue.
    public var connectionsMax = 4_096

    /// Makes settings for an address.
    public init(host: String, port: Int, publicURL: String? = nil) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
    }
}

/// The HTTP edge: Hummingbird with the hot path in front.
public struct SallyportServer: Service {
    private let application: Application<SallyportResponder>

    /// Composes the server.
    ///
    /// - Parameters:
    ///   - gate: the only source of bytes.
    ///   - ecosystems: mounted each under its own first path component.
    ///   - ledger: where deliveries are written down.
    ///   - tokens: who may use the parts of the API that change things.
    ///   - run: tells this run of the server from others in request identifiers.
    ///   - version: the program's version.
    ///   - onListening: hears of the port once it is open.
    public init(
        settings: ServerSettings,
        gate: Gate,
        ecosystems: [any PackageEcosystem],
        ledger: any DownloadLedger,
        tokens: TokenRegistry,
        run: String,
        version: String,
        clock: @escaping @Sendable () -> Instant,
        eventLoopGroup: MultiThreadedEventLoopGroup,
        logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        let hot = HotCache(bytesMax: settings.hotBytesMax, clock: clock)
        let recorder = DeliveryRecorder(ledger: ledger, clock: clock)
        let requestIDs = RequestIDs(prefix: run)
        let recent = RecentRequests(clock: clock)
        let services = HotPathServices(
            cache: hot,
            recorder: recorder,
            requestIDs: requestIDs,
            date: DateField(clock: clock)
        )
        let ecosystemResponder = EcosystemResponder(
            ecosystems: ecosystems,
            gate: gate,
            address: PublicAddress(configured: settings.publicURL),
            indexes: IndexResponder(
                gate: gate,
                rendered: RenderedCache(bytesMax: settings.renderedBytesMax),
                hot: hot,
                recent: recent
            ),
            artifacts: ArtifactResponder(gate: gate, hot: hot, recorder: recorder, recent: recent),
            relays: RelayResponder(gate: gate)
        )
        let responder = SallyportResponder(
            ecosystems: ecosystemResponder,
            api: APIResponder(
                services: APIServices(
                    gate: gate,
                    recent: recent,
                    version: version,
                    mounts: ecosystems.map(\.mount),
                    clock: clock
                )
            ),
            tokens: tokens,
            isOwnRequest: settings.isOwnRequest,
            requestIDs: requestIDs,
            logger: logger
        )
        application = Application(
            responder: responder,
            server: HTTPServerBuilder { SallyportChannel(services: services, responder: $0) },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                reuseAddress: true,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.connectionsMax)
            ),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? settings.port) },
            eventLoopGroupProvider: .shared(eventLoopGroup),
            logger: logger
        )
    }

    /// Serves until the surrounding service group shuts down; requests under way are finished then.
    public func run() async throws {
        try await application.run()
    }
}
