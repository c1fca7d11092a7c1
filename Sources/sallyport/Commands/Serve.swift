import ArgumentParser
import FoundationEssentials
import Logging
import ServiceLifecycle
import SystemPackage
import UnixSignals

/// `sallyport serve`: the gate as a server.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Start the gate: npm, pip, uv, gem and Bundler install through it.",
        discussion: """
            Without a configuration file the upstreams are those that the machine's own clients use.

            Examples:
              sallyport serve
              sallyport serve --listen 0.0.0.0:7259 --data /var/lib/sallyport --config /etc/sallyport.yaml
            """
    )

    @Option(help: ArgumentHelp("Where to listen; port 0 lets the system choose.", valueName: "host:port"))
    var listen: ListenAddress?

    @OptionGroup
    var options: ConfigurationOptions

    @Option(name: .customLong("log-format"), help: ArgumentHelp("text or json.", valueName: "format"))
    var logFormat: LogSettings.Format?

    func run() async throws {
        var settings = try options.configuration(listen: listen)
        if let logFormat { settings.log.format = logFormat }
        let log = settings.log
        let logger = Logger(label: "sallyport") { LogWriter(label: $0, settings: log, clock: WallClock.now) }
        let adoption = Adoption(environment: ProcessInfo.processInfo.environment)
        let (upstreams, notes) = try await adoption.upstreams(of: settings)
        for note in notes { logger.notice("\(note)") }

        let listen = settings.listen
        let plan = ServerPlan(
            host: listen.host,
            port: listen.port,
            publicURL: settings.publicURL,
            dataFolder: settings.data,
            upstreams: upstreams,
            isOwned: { [owned = settings.owned] in owned.contains($0) },
            ownNames: { [owned = settings.owned] in owned.names(in: $0) },
            policy: try settings.policy(),
            rules: try settings.rules(),
            logger: logger
        )
        let publicURL = settings.publicURL
        let composition = try await Composition(plan) { port in
            let address = publicURL ?? ListenAddress(host: listen.host, port: port).url
            Self.announce(address)
        }
        let group = ServiceGroup(
            configuration: .init(
                services: composition.services.map {
                    .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        let result: Result<Void, any Error>
        do {
            result = .success(try await group.run())
        } catch {
            result = .failure(ListeningFailure.explain(error, listen: listen))
        }
        await composition.shutDown()
        try result.get()
    }

    /// The address on a line of its own, and what to type in each client.
    private static func announce(_ address: String) {
        let addresses = GateAddresses(base: address)
        let text = """
            Sallyport \(Version.text) is listening on
            \(address)

              npm      npm config set registry \(addresses.npm)
              pip      pip config set global.index-url \(addresses.pypi)
              uv       export UV_DEFAULT_INDEX=\(addresses.pypi)
              gem      gem sources --add \(addresses.rubygems)
              bundler  bundle config set mirror.all \(addresses.rubygems)

            """
        _ = try? FileDescriptor.standardOutput.writeAll(Array(text.utf8))
    }
}
