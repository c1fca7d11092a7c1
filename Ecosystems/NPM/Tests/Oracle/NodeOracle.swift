import Foundation
import SallyportTesting

/// Node, and the semver inside npm, as judges of what is computed here.
enum NodeOracle {
    /// The folder of fixtures.
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    /// The project's folder.
    static let project = fixtures.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Real packuments beside the project; nil when they are not there.
    static let packuments: URL? = {
        var folders = [project.appending(path: "../shared/upstreams/npm")]
        if let named = ProcessInfo.processInfo.environment["SALLYPORT_SHARED"] {
            folders.insert(URL(filePath: named).appending(path: "upstreams/npm"), at: 0)
        }
        return folders.first { FileManager.default.fileExists(atPath: $0.appending(path: "large").path) }
    }()

    /// Whether node and npm can be started.
    static let isPresent = executable("node") != nil && executable("npm") != nil

    /// The condition of a test that asks it.
    static func isNeeded() throws -> Bool {
        try Needed.isThere(
            isPresent,
            "node and npm are not installed",
            environment: ProcessInfo.processInfo.environment
        )
    }

    /// Runs a script of `Fixtures/oracle` on a JSON value and reads the JSON that it writes.
    static func ask<Question: Encodable, Reply: Decodable>(
        _ script: String,
        _ question: Question,
        as reply: Reply.Type
    ) throws -> Reply {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sallyport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "input.json")
        let output = folder.appending(path: "output.json")
        try JSONEncoder().encode(question).write(to: input)
        let process = Process()
        process.executableURL = executable("node")
        process.arguments = [fixtures.appending(path: "oracle/\(script)").path, input.path, output.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(script: script, status: process.terminationStatus) }
        return try JSONDecoder().decode(reply, from: Data(contentsOf: output))
    }

    /// A script that did not end well; what it had to say stands in the test's output.
    struct Failed: Error {
        let script: String
        let status: Int32
    }

    private static func executable(_ name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
