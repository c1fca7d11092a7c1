import Foundation
import Testing

/// The real clients, each with a home, a cache and a project of its own.
struct NPM: Sendable {
    let project: URL
    let environment: [String: String]

    init(_ server: Sallyport, project name: String = "app") throws {
        try self.init(server.workplace, registry: "\(server.url)/npm/", project: name)
    }

    init(_ workplace: Workplace, registry: String, project name: String) throws {
        project = try workplace.makeFolder(name)
        let package = project.appendingPathComponent("package.json")
        if !FileManager.default.fileExists(atPath: package.path) {
            try "{}".write(to: package, atomically: true, encoding: .utf8)
        }
        environment = Workplace.environment(
            home: workplace.folder,
            [
                "npm_config_registry": registry,
                "npm_config_cache": workplace.folder.appendingPathComponent("npm-cache-\(name)").path,
                "npm_config_fetch_retries": "0",
            ]
        )
    }

    func run(_ arguments: String...) async throws -> Outcome {
        try await Tool.run(["npm"] + arguments, in: project, environment: environment)
    }

    /// Takes the installed packages and the client's own cache away: the next install asks for everything.
    func forget() {
        for path in [project.appendingPathComponent("node_modules").path, environment["npm_config_cache"] ?? ""] {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// The installed version of a package, or `nil`.
    func installed(_ name: String) -> String? {
        let file = project.appendingPathComponent("node_modules/\(name)/package.json")
        guard let data = try? Data(contentsOf: file),
            let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return nil }
        return manifest["version"] as? String
    }
}

/// pip or uv, in a virtual environment of its own.
struct PythonClient: Sendable, CustomTestStringConvertible {
    let name: String
    /// The words that install, without what to install.
    let install: @Sendable (_ python: String) -> [String]

    var testDescription: String { name }

    /// Where `make test` installed current clients; tests that need them say so and skip without.
    static let clientsFolder = ProcessInfo.processInfo.environment["SALLYPORT_CLIENTS"]

    static let machinePip = PythonClient(name: "the machine's pip") { python in
        ["python3", "-m", "pip", "--python", python, "install", "--no-cache-dir"]
    }
    static let currentPip = PythonClient(name: "a current pip") { python in
        ["\(clientsFolder ?? "")/bin/python", "-m", "pip", "--python", python, "install", "--no-cache-dir"]
    }
    static let uv = PythonClient(name: "uv") { python in
        ["\(clientsFolder ?? "")/bin/uv", "pip", "install", "--no-cache", "--python", python]
    }

    static var all: [PythonClient] {
        [machinePip] + (clientsFolder == nil ? [] : [currentPip, uv])
    }

    /// Makes a virtual environment and answers its python; without a pip of its own, which takes seconds to unpack.
    func environment(in workplace: Workplace) async throws -> String {
        let folder = workplace.folder.appendingPathComponent("venv-\(UUID().uuidString)")
        let outcome = try await Tool.run(
            ["python3", "-m", "venv", "--without-pip", folder.path],
            in: workplace.folder,
            environment: Workplace.environment(home: workplace.folder)
        )
        guard outcome.status == 0 else { throw Daemon.NotReady(description: outcome.output) }
        return folder.appendingPathComponent("bin/python").path
    }

    func install(_ requirement: String..., from index: String, python: String, in workplace: Workplace) async throws
        -> Outcome
    {
        try await Tool.run(
            install(python) + requirement,
            in: workplace.folder,
            environment: Workplace.environment(
                home: workplace.folder,
                [
                    "PIP_INDEX_URL": index, "UV_DEFAULT_INDEX": index, "UV_NO_CONFIG": "1",
                    "UV_PYTHON_DOWNLOADS": "never",
                ]
            )
        )
    }

    /// The installed version of a package, or `nil`.
    func installed(_ name: String, python: String, in workplace: Workplace) async throws -> String? {
        let question = "import importlib.metadata as m; print(m.version('\(name)'))"
        let outcome = try await Tool.run(
            [python, "-c", question],
            in: workplace.folder,
            environment: Workplace.environment(home: workplace.folder)
        )
        return outcome.status == 0 ? outcome.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines) : nil
    }
}
