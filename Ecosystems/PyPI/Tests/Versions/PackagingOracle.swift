import Foundation
import SallyportTesting

/// The `packaging` library, asked over a pipe: that of the clients which `make test` installed, else the machine's.
struct PackagingOracle {
    struct Question: Encodable {
        var versions: [String] = []
        var clauses: [String] = []
        var candidates: [String] = []
        var files: [String] = []
    }

    struct Answers: Decodable {
        let library: String
        var normal: [String?]?
        var ranks: [Int?]?
        var prerelease: [Bool]?
        var matches: [[String]?]?
        var files: [String?]?
    }

    /// Whether `packaging` 26 is there; its reading of pre-releases differs from that of earlier ones.
    static let isThere: Bool = {
        guard let answers = try? ask(Question()), let major = answers.library.split(separator: ".").first else {
            return false
        }
        return Int(major) ?? 0 >= 26
    }()

    static let absence = "python3 with `packaging` 26 is not there: versions are NOT compared with the oracle"

    /// The condition of a test that asks it.
    static func isNeeded() throws -> Bool {
        try Needed.isThere(isThere, absence, environment: ProcessInfo.processInfo.environment)
    }

    private static let interpreter: String = {
        let own = ProcessInfo.processInfo.environment["SALLYPORT_CLIENTS"].map { $0 + "/bin/python" }
        return own.flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil } ?? "python3"
    }()

    static func ask(_ question: Question) throws -> Answers {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = [interpreter, Fixture.path("oracle/packaging_oracle.py")]
        let (input, output) = (Pipe(), Pipe())
        python.standardInput = input
        python.standardOutput = output
        try python.run()
        // The script reads all of its input before it writes, so neither pipe can fill while the other waits.
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(question))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        return try JSONDecoder().decode(Answers.self, from: data)
    }
}

/// Files beside the tests.
enum Fixture {
    static func path(_ name: String) -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return tests.deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    static func lines(_ name: String) throws -> [String] {
        String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    static let projects = ["numpy", "pytz", "pyyaml", "requests", "setuptools", "zope-interface"]
}
