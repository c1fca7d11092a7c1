import Foundation

/// A running server with its data folder.
final class Sallyport: Sendable {
    let workplace: Workplace
    let daemon: Daemon
    /// The server's base URL, without a trailing slash.
    let url: String
    let data: URL

    private init(workplace: Workplace, daemon: Daemon, url: String, data: URL) {
        self.workplace = workplace
        self.daemon = daemon
        self.url = url
        self.data = data
    }

    /// Starts a server in front of the workplace's registry.
    static func start(in workplace: Workplace, data: String = "data", policy: String? = nil) async throws -> Sallyport {
        let folder = workplace.folder.appendingPathComponent(data)
        var configuration = """
            upstreams:
              npm:  { url: "\(workplace.registryURL)/npm/" }
              pypi: { url: "\(workplace.registryURL)/pypi/simple/" }

            """
        if let policy {
            try policy.write(
                to: workplace.folder.appendingPathComponent("policy.yaml"),
                atomically: true,
                encoding: .utf8
            )
            configuration += "policy: ./policy.yaml\n"
        }
        let file = workplace.folder.appendingPathComponent("sallyport.yaml")
        try configuration.write(to: file, atomically: true, encoding: .utf8)
        let (daemon, url) = try await Daemon.start(
            [Workplace.sallyport, "serve", "--listen", "127.0.0.1:0", "--data", folder.path, "--config", file.path],
            in: workplace.folder,
            environment: Workplace.environment(home: workplace.folder)
        ) { output in address(in: output) }
        return Sallyport(workplace: workplace, daemon: daemon, url: url, data: folder)
    }

    /// Starts a server, hands it over, and stops it.
    static func with<Value>(
        _ workplace: Workplace,
        policy: String? = nil,
        _ body: (Sallyport) async throws -> Value
    ) async throws -> Value {
        let server = try await start(in: workplace, policy: policy)
        let result: Result<Value, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        await server.daemon.stop()
        return try result.get()
    }

    /// Runs a command of the program against this server.
    func command(_ arguments: String...) async throws -> Outcome {
        try await Tool.run(
            [Workplace.sallyport] + arguments + [
                "--server", url, "--token-file", data.appendingPathComponent("token").path,
            ],
            in: workplace.folder,
            environment: Workplace.environment(home: workplace.folder)
        )
    }

    static func address(in output: String) -> String? {
        guard let range = output.range(of: #"http://127\.0\.0\.1:[0-9]+\n"#, options: .regularExpression) else {
            return nil
        }
        return String(output[range].dropLast())
    }
}
