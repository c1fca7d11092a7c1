import ArgumentParser
import FoundationEssentials

/// Looks at everything that installs depend on.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at the configuration, the data folder, the server and the clients, and say what to do.",
        discussion: """
            Exit status: 0 nothing is broken, 1 something is.

            Examples:
              sallyport doctor
              sallyport doctor --config sallyport.yaml
            """
    )

    @Option(help: ArgumentHelp("The configuration file to check.", valueName: "file"), completion: .file())
    var config: String?

    @OptionGroup var server: ServerOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let (settings, settingsFindings) = checkedConfiguration()
        let named = server.address.data ?? settings?.data
        let folder = named ?? DataFolders.candidates(named: nil, environment: environment).first ?? DataFolders.here
        let client = try server.client(otherData: settings?.data)

        var findings = [Finding.ok("sallyport", "version \(Version.text).")] + settingsFindings
        findings += FolderChecks(folder: folder, now: WallClock.now()).findings()
        findings += await ServerChecks(client: client).findings()
        let addresses = GateAddresses(base: settings?.publicURL ?? client.base)
        let clients = ClientChecks(addresses: addresses, environment: environment, ask: Self.ask)
        findings += await clients.findings()
        findings += Lockfiles(folder: ".").findings(besides: addresses.base).map { finding in
            .warn("lockfile", finding.sentence, "`sallyport init` says more.")
        }
        findings.forEach { Streams.print($0.text(.standardOutput)) }
        if findings.contains(where: { $0.level == .fail }) { throw ExitCode(ExitStatus.failure) }
    }

    private func checkedConfiguration() -> (Configuration?, [Finding]) {
        guard let config else { return (nil, []) }
        do {
            let configuration = try Configuration.load(file: config)
            _ = try configuration.policy()
            return (configuration, [.ok("configuration", "`\(config)` and its policy are valid.")])
        } catch {
            return (nil, [.fail("configuration", "\(error)", "Correct it; the server would not start with it.")])
        }
    }

    @Sendable
    private static func ask(_ executable: String, _ arguments: [String]) async -> String? {
        await Adoption.run(executable, arguments)
    }
}
