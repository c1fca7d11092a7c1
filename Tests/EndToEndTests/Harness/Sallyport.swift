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
        let file = try configuration(in: workplace, policy: policy)
        let (daemon, url) = try await Daemon.start(
            [Workplace.sallyport, "serve", "--listen", "127.0.0.1:0", "--data", folder.path, "--config", file.path],
            in: workplace.folder,
            environment: Workplace.environment(home: workplace.folder)
        ) { output in address(in: output) }
        return Sallyport(workplace: workplace, daemon: daemon, url: url, data: folder)
    }

    /// Writes a configuration whose upstreams are the workplace's registry, and answers the file.
    static func configuration(in workplace: Workplace, policy: String? = nil) throws -> URL {
        var configuration = """
            upstreams:
              npm:  { url: "\(workplace.registryURL)/npm/" }
              pypi: { url: "\(workplace.registryURL)/pypi/simple/" }
              gem:  { url: "\(workplace.registryURL)/rubygems/" }
            log: { level: debug }

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
        return file
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

    /// The statuses that GET, HEAD and a range of a path are answered with.
    func statuses(_ path: String) async throws -> [Int] {
        var statuses: [Int] = []
        for words in [[], ["-I"], ["-r", "0-9"]] {
            let outcome = try await Tool.run(
                ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}"] + words + ["\(url)/\(path)"],
                in: workplace.folder,
                environment: Workplace.environment(home: workplace.folder)
            )
            statuses.append(Int(outcome.standardOutput) ?? 0)
        }
        return statuses
    }

    static func address(in output: String) -> String? {
        guard let range = output.range(of: #"http://127\.0\.0\.1:[0-9]+\n"#, options: .regularExpression) else {
            return nil
        }
        return String(output[range].dropLast())
    }
}
