import Foundation

/// A folder with a registry, a server and clients of its own: nothing of the machine's settings reaches them.
final class Workplace: Sendable {
    let folder: URL
    let registry: Daemon
    /// The registry's base URL, without a trailing slash.
    let registryURL: String

    /// The package's folder.
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let registryScript = checkout.appendingPathComponent("Tests/EndToEndTests/Registry/registry.py").path
    /// The program under test: it is built beside the tests.
    static let sallyport = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("sallyport").path

    private init(folder: URL, registry: Daemon, port: Int) {
        self.folder = folder
        self.registry = registry
        registryURL = "http://127.0.0.1:\(port)"
    }

    /// Sets a workplace up, hands it over, and takes it down again.
    static func with<Value>(_ body: (Workplace) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sallyport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (registry, port) = try await Daemon.start(
            ["python3", registryScript, "serve", folder.appendingPathComponent("registry").path],
            in: folder,
            environment: environment(home: folder)
        ) { line in
            line.split(separator: "\n").first { $0.hasPrefix("listening ") }.flatMap { Int($0.dropFirst(10)) }
        }
        let workplace = Workplace(folder: folder, registry: registry, port: port)
        let result: Result<Value, any Error>
        do { result = .success(try await body(workplace)) } catch { result = .failure(error) }
        await registry.stop()
        try? FileManager.default.removeItem(at: folder)
        return try result.get()
    }

    /// An environment without the machine's own client settings.
    static func environment(home: URL, _ more: [String: String] = [:]) -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let own = [
            "HOME": home.path, "PATH": path, "LANG": "C.UTF-8", "NO_COLOR": "1", "NO_UPDATE_NOTIFIER": "1",
            "npm_config_update_notifier": "false", "npm_config_fund": "false", "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore",
        ]
        return own.merging(more) { $1 }
    }

    /// Publishes to the registry: `kind` is `npm`, `sdist`, `wheel` or `gem`.
    func publish(
        _ kind: String,
        _ name: String,
        _ version: String,
        ageDays: Double,
        files: [String: String] = [:]
    ) async throws {
        let outcome = try await Tool.run(
            [
                "python3", Self.registryScript, kind, folder.appendingPathComponent("registry").path, name, version,
                "\(ageDays)",
            ]
                + files.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
            in: folder,
            environment: Self.environment(home: folder)
        )
        guard outcome.status == 0 else { throw Daemon.NotReady(description: outcome.output) }
    }

    /// What the registry was asked, a line a request.
    var registryLog: [String] {
        let text = try? String(contentsOf: folder.appendingPathComponent("registry/log"), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }

    /// Waits until the registry was asked for something, or says that it never was.
    func waitForRequest(_ part: String) async throws {
        // SIGTERM is blocked in what the tests start.
        let script = #"timeout -s KILL 60 tail -n +1 -F registry/log 2>/dev/null | grep -q -F -- "$0""#
        let outcome = try await Tool.run(
            ["sh", "-c", script, part],
            in: folder,
            environment: Self.environment(home: folder)
        )
        guard outcome.status == 0 else { throw Daemon.NotReady(description: "nobody asked for \(part)") }
    }

    /// Makes a folder in the workplace.
    func makeFolder(_ name: String) throws -> URL {
        let made = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        return made
    }
}
