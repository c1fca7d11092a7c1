import ArgumentParser
import FoundationEssentials
import SallyportUpstream

/// Points a client at a server for good.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Print, or with --write change, the settings that point npm, pip, uv, gem or Bundler at a server.",
        discussion: """
            npm and Bundler are set up for this project (.npmrc, .bundle/config); pip, uv and gem for the user. Lockfiles in this folder that lead past \
            the server are named.

            Examples:
              sallyport init npm
              sallyport init pip --write
              sallyport init uv --write --server http://packages.example.invalid:7259
            """
    )

    @Argument(help: "The client: npm, pip, uv, gem or bundler.")
    var client: PackageClient

    @Flag(help: "Change the settings file instead of printing what belongs into it.")
    var write = false

    @OptionGroup var server: ServerAddressOptions

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let addresses = GateAddresses(base: server.address(environment: environment))
        let path = client.settingsPath(environment: environment)
        if write {
            try change(path, addresses)
        } else {
            Streams.print("# \(path)\n" + (try client.pointed("", at: addresses).trimmedBlanks))
            Streams.note("\nWrite it with `sallyport init \(client.rawValue) --write`; other lines are kept.")
        }
        warn(path, addresses)
    }

    private func change(_ path: String, _ addresses: GateAddresses) throws {
        let isThere = FileManager.default.fileExists(atPath: path)
        let old = isThere ? try FileContent.text(path, bytesMax: Self.settingsBytesMax) : ""
        let new: String
        do {
            new = try client.pointed(old, at: addresses)
        } catch {
            throw CommandFailure("`\(path)` was not changed: \(error)")
        }
        guard new != old else { return Streams.print("`\(path)` points at \(addresses.base) already.") }
        try ReplacedFile.write(new, to: path)
        Streams.print("`\(path)` points \(client.rawValue) at \(addresses.base) now.")
    }

    /// Longest settings file, in bytes.
    private static let settingsBytesMax = 1 << 20

    private func warn(_ path: String, _ addresses: GateAddresses) {
        if client == .pip, let text = try? FileContent.text(path, bytesMax: Self.settingsBytesMax) {
            for name in PipSettingsFile.secondSources(in: text) {
                Streams.note("`\(path)` has `\(name)`, which leads past Sallyport; take it out.")
            }
        }
        if client == .npm, !FileManager.default.fileExists(atPath: "package.json") {
            Streams.note("There is no package.json here; npm reads the .npmrc beside it.")
        }
        for finding in Lockfiles(folder: ".").findings(besides: addresses.base) {
            Streams.note(finding.sentence)
        }
    }
}
