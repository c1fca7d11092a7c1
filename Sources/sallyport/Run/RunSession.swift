import FoundationEssentials
import SallyportModel
import SallyportServer
import SystemPackage

/// One command that runs through a gate, from the words before it to those after it.
struct RunSession: Sendable {
    let command: [String]
    let environment: [String: String]
    /// The gate's data folder, for its token.
    let folder: String
    /// Whether the gate ends with the command.
    var isPrivate = false
    /// Where a private gate's npm packages come from.
    var registry: String?

    /// Runs the command and answers its exit status.
    func run(at base: String) async throws -> Int32 {
        let started = WallClock.now()
        let addresses = GateAddresses(base: base)
        let lockfiles = Lockfiles(folder: ".").findings(besides: base)
        let client = ClientEnvironment(
            addresses: addresses,
            replacedLockfileHost: Lockfiles.npmHostToReplace(in: lockfiles),
            gemSettings: writeGemSettings(addresses)
        )
        for finding in lockfiles where !finding.isRedirected(byReplacing: client.replacedLockfileHost) {
            Streams.note("sallyport: \(finding.sentence)")
        }
        let process = ClientProcess(command: command, environment: client.changes(to: environment))
        let status = try await process.run()
        if isPrivate { forget(addresses) }
        await report(since: started, at: base)
        return status
    }

    /// Writes gem's settings into the data folder; without them gem asks what it always asks, so the command hears of it.
    private func writeGemSettings(_ addresses: GateAddresses) -> String? {
        // The command may change its folder before it starts gem.
        let folder = FilePath(FileManager.default.currentDirectoryPath).pushing(FilePath(self.folder))
        let path = folder.appending("gemrc").lexicallyNormalized().string
        do {
            try ReplacedFile.write(GemSettingsFile.pointed("", at: addresses), to: path)
            return path
        } catch {
            Streams.note("sallyport: `\(path.printable)` can't be written, so gem is not pointed at the gate: \(error)")
            return nil
        }
    }

    /// Keeps the address of a gate that ends out of lockfiles.
    private func forget(_ addresses: GateAddresses) {
        let address = PassingAddress(gate: addresses, folder: ".")
        if let registry { address.replace(byRegistry: registry) }
        for name in address.remaining() {
            Streams.note(
                "sallyport: `\(name)` names this run's gate, which has ended; lock against a server that stays "
                    + "(`sallyport serve`, `sallyport init uv`)."
            )
        }
    }

    /// What was held; a gate that can't say so any more does not change how the command ended.
    private func report(since started: Instant, at base: String) async {
        let token = try? AccessToken.read(FilePath(folder).appending(AccessToken.filename))
        let api = APIClient(base: base, token: token)
        let query = [("since", started.description), ("limit", "1000")]
        guard
            let answer: APIClient.Answer<[APIDocuments.Refused]> = try? await api.get(
                "/api/v1/refusals",
                query.map { (name: $0.0, value: $0.1) }
            )
        else { return Streams.note("sallyport: the gate no longer answers, so what it held can't be shown.") }
        let text = RunReport(style: .standardError).text(answer.value)
        if !text.isEmpty { Streams.note(text) }
    }
}
