import FoundationEssentials
import SallyportModel
import SallyportUpstream
import Subprocess
import SystemPackage

/// Fills in the upstreams that no configuration names: what the machine's own clients use.
struct Adoption: Sendable {
    /// Longest answer of a client that is read, in bytes.
    private static let answerBytesMax = 64 * 1_024

    let environment: [String: String]

    /// The configured upstreams and the adopted ones, and a sentence for each that was adopted or is missing.
    func upstreams(of configuration: Configuration) async throws -> ([UpstreamConfiguration], notes: [String]) {
        var upstreams = Array(configuration.upstreams.values)
        var notes: [String] = []
        if configuration.upstreams[.npm] == nil {
            let found = try await ClientSettings.npmRegistry(
                environment: environment,
                run: Self.run,
                readFile: Self.read
            )
            take(found, "npm", configuration.listen, into: &upstreams, &notes)
        }
        if configuration.upstreams[.pypi] == nil {
            let found = try await ClientSettings.pypiIndex(environment: environment, run: Self.run)
            take(found, "PyPI", configuration.listen, into: &upstreams, &notes)
        }
        if configuration.upstreams[.gem] == nil {
            let found = try await ClientSettings.gemSource(
                environment: environment,
                run: Self.run,
                readFile: Self.read
            )
            take(found, "RubyGems", configuration.listen, into: &upstreams, &notes)
        }
        return (upstreams.sorted { $0.ecosystem.rawValue < $1.ecosystem.rawValue }, notes)
    }

    private func take(
        _ found: AdoptedUpstream?,
        _ name: String,
        _ listen: ListenAddress,
        into upstreams: inout [UpstreamConfiguration],
        _ notes: inout [String]
    ) {
        guard let found else {
            notes.append("No \(name) upstream: none is configured and no client of this machine names one.")
            return
        }
        guard !found.configuration.leads(toHost: listen.host, port: listen.port) else {
            notes.append("No \(name) upstream: \(found.source) points at this server; configure `upstreams` in a file.")
            return
        }
        notes.append("\(name) upstream \(found.configuration.url), as \(found.source) says.")
        upstreams.append(found.configuration)
    }

    @Sendable
    static func run(_ executable: String, _ arguments: [String]) async -> String? {
        let result = try? await Subprocess.run(
            .name(executable),
            arguments: Arguments(arguments),
            output: .string(limit: answerBytesMax),
            error: .discarded
        )
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return result.standardOutput
    }

    @Sendable
    private static func read(_ path: String) async -> String? {
        try? FileContent.text(path, bytesMax: answerBytesMax)
    }
}
