import Foundation
import SallyportTesting
import Testing

/// pip or uv, in a virtual environment of its own.
struct PythonClient: Sendable, CustomTestStringConvertible {
    let name: String
    /// Its exit status when an index refuses a file.
    var refusedStatus: Int32 = 1
    /// What it prints where a range admits withheld versions alone.
    var yanked = "Ignored the following yanked versions: 1.1"
    /// The words that install, without what to install.
    let install: @Sendable (_ python: String) -> [String]

    var testDescription: String { name }

    /// Where `make test` installed current clients; tests that need them say so and skip without.
    static let clientsFolder = ProcessInfo.processInfo.environment["SALLYPORT_CLIENTS"]
    static let absence = "SALLYPORT_CLIENTS is not set: a current pip and uv are not tested"

    /// The condition of a test that needs them.
    static func isCurrentNeeded() throws -> Bool {
        try Needed.isThere(clientsFolder != nil, absence, environment: ProcessInfo.processInfo.environment)
    }

    /// The pip of Debian 12 and of its day says less about what it does not take.
    static let machinePip = PythonClient(
        name: "the machine's pip",
        yanked: "Could not find a version that satisfies the requirement demo>=1.1 (from versions: 1.0"
    ) { python in
        ["python3", "-m", "pip", "--python", python, "install", "--no-cache-dir"]
    }
    static let currentPip = PythonClient(name: "a current pip") { python in
        ["\(clientsFolder ?? "")/bin/python", "-m", "pip", "--python", python, "install", "--no-cache-dir"]
    }
    static let uv = PythonClient(
        name: "uv",
        refusedStatus: 2,
        yanked:
            "demo==1.1 was yanked (reason: Denied by Sallyport: demo 1.1 runs code at install in demo-1.1/setup.py:4"
    ) { python in
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

    func install(_ requirement: String..., from server: Sallyport, python: String) async throws -> Outcome {
        try await install(requirement, from: server, python: python)
    }

    func install(_ words: [String], from server: Sallyport, python: String) async throws -> Outcome {
        try await install(words, from: "\(server.url)/pypi/simple/", python: python, in: server.workplace)
    }

    func install(_ words: [String], from index: String, python: String, in workplace: Workplace) async throws -> Outcome
    {
        try await Tool.run(
            install(python) + words,
            in: workplace.folder,
            environment: Self.variables(workplace, index: index)
        )
    }

    /// The environment that points pip and uv at an index.
    static func variables(_ workplace: Workplace, index: String) -> [String: String] {
        Workplace.environment(
            home: workplace.folder,
            ["PIP_INDEX_URL": index, "UV_DEFAULT_INDEX": index, "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"]
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

/// A project that uv locks and syncs.
struct UVProject: Sendable {
    let workplace: Workplace
    let folder: URL

    init(_ requirement: String, in workplace: Workplace) throws {
        self.workplace = workplace
        folder = try workplace.makeFolder("uv-project")
        let text = """
            [project]
            name = "app"
            version = "0.1"
            requires-python = ">=3.8"
            dependencies = ["\(requirement)"]
            """
        try text.write(to: folder.appendingPathComponent("pyproject.toml"), atomically: true, encoding: .utf8)
    }

    func uv(_ words: String..., index: String) async throws -> Outcome {
        try await Tool.run(
            ["\(PythonClient.clientsFolder ?? "")/bin/uv", "--no-cache", "--python-preference", "only-system"] + words,
            in: folder,
            environment: PythonClient.variables(workplace, index: index)
        )
    }

    /// Installs exactly what the lockfile names, into a fresh environment.
    func sync(_ server: Sallyport) async throws -> Outcome {
        try? FileManager.default.removeItem(at: folder.appendingPathComponent(".venv"))
        return try await uv("sync", "--frozen", index: "\(server.url)/pypi/simple/")
    }

    /// Puts another address in the place of the one that the lockfile was written with.
    func redirectLock(from old: String, to new: String) throws {
        let file = folder.appendingPathComponent("uv.lock")
        try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: old, with: new)
            .write(to: file, atomically: true, encoding: .utf8)
    }
}
