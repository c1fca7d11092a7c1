import ArgumentParser
import FoundationEssentials
import Logging
import SallyportModel
import SallyportServer
import SallyportStore
import SallyportUpstream
import SystemPackage

/// Runs one command with npm, pip, uv, gem and Bundler pointed at a gate.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a command with npm, yarn, pnpm, pip, uv, gem and Bundler pointed at a gate of its own.",
        discussion: """
            A private gate is started on a free port with your own data folder, or the server that already holds that \
            folder is used. The clients are pointed at it by environment alone; signals and the exit status are handed \
            through. At the end it says what was held or denied, and why.

            Examples:
              sallyport run -- npm install left-pad
              sallyport run -- pip install six
              sallyport run --data ./data -- uv sync
              sallyport run -- bundle install
            """
    )

    @Option(help: ArgumentHelp("A configuration file for the gate.", valueName: "file"), completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The data folder (default: $XDG_DATA_HOME/sallyport, else ~/.local/share/sallyport).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var data: String?

    @Option(help: ArgumentHelp("The policy file.", valueName: "file"), completion: .file(extensions: ["yaml"]))
    var policy: String?

    @Flag(help: "Write the gate's log to standard error.")
    var verbose = false

    @Argument(parsing: .postTerminator, help: ArgumentHelp("The command, after `--`.", valueName: "command"))
    var command: [String] = []

    func validate() throws {
        guard !command.isEmpty else {
            throw ValidationError("Say what to run after `--`, such as `sallyport run -- npm install left-pad`.")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let settings = try settings(environment)
        var session = RunSession(command: command, environment: environment, folder: settings.data)
        let status: Int32
        if DataFolder.holder(ofFolderAt: settings.data) != nil {
            guard let base = DataFolders.address(ofServerHolding: settings.data) else {
                throw CommandFailure(
                    "A server that does not listen yet holds `\(settings.data)`; try again, or use `--data DIR`."
                )
            }
            status = try await session.run(at: base)
        } else {
            let plan = try await plan(settings, environment)
            session.isPrivate = true
            session.registry = plan.upstreams.first { $0.ecosystem == .npm }?.url.description
            status = try await PrivateGate.run(plan) { [session] in try await session.run(at: $0) }
        }
        if status != 0 { throw ExitCode(status) }
    }

    private func settings(_ environment: [String: String]) throws -> Configuration {
        let isFolderNamed = data != nil || config != nil
        let folder = isFolderNamed ? data : DataFolders.user(environment: environment)
        let changes = ConfigurationChanges(
            listen: ListenAddress(host: "127.0.0.1", port: 0),
            data: folder,
            policyPath: policy
        )
        return try Configuration.load(file: config, changes: changes)
    }

    /// The clients are asked for their own settings here, before the environment is changed.
    private func plan(_ settings: Configuration, _ environment: [String: String]) async throws -> ServerPlan {
        var log = settings.log
        if !verbose { log.level = .error }
        let logger = Logger(label: "sallyport") { [log] in LogWriter(label: $0, settings: log, clock: WallClock.now) }
        let (upstreams, notes) = try await Adoption(environment: environment).upstreams(of: settings)
        if verbose || upstreams.isEmpty { notes.forEach { Streams.note("sallyport: \($0)") } }
        let parent = FilePath(settings.data).removingLastComponent()
        if !parent.isEmpty {
            try FileManager.default.createDirectory(atPath: parent.string, withIntermediateDirectories: true)
        }
        return ServerPlan(
            host: settings.listen.host,
            port: settings.listen.port,
            dataFolder: settings.data,
            upstreams: upstreams,
            isOwned: { [owned = settings.owned] in owned.contains($0) },
            ownNames: { [owned = settings.owned] in owned.names(in: $0) },
            policy: try settings.policy(),
            rules: try settings.rules(),
            logger: logger
        )
    }
}
