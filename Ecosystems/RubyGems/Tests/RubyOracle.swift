import Foundation
import SallyportTesting

/// Debian's Ruby, asked over a pipe.
enum RubyOracle {
    static let absence = "ruby is not there: nothing is compared with what RubyGems itself does"

    /// The condition of a test that asks it.
    static func isNeeded() throws -> Bool {
        try Needed.isThere(isThere, absence, environment: ProcessInfo.processInfo.environment)
    }

    private static let isThere: Bool = (try? ask("versions.rb", Array("1\n".utf8))) == "0 false\n"

    /// What a script of `Fixtures/oracle` prints of an input.
    static func ask(_ script: String, _ words: String..., input: [UInt8] = []) throws -> String {
        try ask(script, words, input)
    }

    static func ask(_ script: String, _ input: [UInt8]) throws -> String { try ask(script, [], input) }

    private static func ask(_ script: String, _ words: [String], _ input: [UInt8]) throws -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let path = tests.deletingLastPathComponent().appendingPathComponent("Fixtures/oracle/\(script)").path
        // The script reads from a file, so neither pipe can fill while the other waits.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("oracle-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let ruby = Process()
        ruby.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        ruby.arguments = ["ruby", path] + words
        ruby.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        ruby.standardOutput = output
        try ruby.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        ruby.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
