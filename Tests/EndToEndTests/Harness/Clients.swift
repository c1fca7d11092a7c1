import Foundation
import SallyportTesting
import Testing

/// The real clients, each with a home, a cache and a project of its own.
struct NPM: Sendable {
    let project: URL
    let environment: [String: String]

    /// The condition of a test that installs by npm.
    static func isNeeded() throws -> Bool {
        try Needed.isThere(
            Tool.path(of: "npm") != nil,
            "npm is not installed",
            environment: ProcessInfo.processInfo.environment
        )
    }

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
