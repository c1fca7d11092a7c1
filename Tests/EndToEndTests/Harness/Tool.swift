import Foundation
import Synchronization

/// What a finished program left behind.
struct Outcome: Sendable {
    let status: Int32
    /// Standard output and error, as a terminal would have shown them.
    let output: String
    /// Standard output alone.
    let standardOutput: String
}

/// Runs programs; every one that is started is awaited or stopped by its own pid.
enum Tool {
    /// Runs a program to its end, or kills it when it takes longer than `seconds`.
    static func run(
        _ arguments: [String],
        in folder: URL,
        environment: [String: String],
        seconds: Double = 240
    ) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let all = Collected()
        let standard = Collected()
        let (out, error) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = error
        out.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            all.append(data)
            standard.append(data)
        }
        error.fileHandleForReading.readabilityHandler = { all.append($0.availableData) }

        let status = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
                return
            }
            let pid = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak process] in
                if process?.isRunning == true { kill(pid, SIGKILL) }
            }
        }
        for (pipe, collectors) in [(out, [all, standard]), (error, [all])] {
            pipe.fileHandleForReading.readabilityHandler = nil
            let rest = (try? pipe.fileHandleForReading.readToEnd()) ?? nil
            for collector in collectors { collector.append(rest ?? Data()) }
        }
        return Outcome(status: status, output: all.text, standardOutput: standard.text)
    }

    /// Where a program is, or `nil`.
    static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// Bytes that arrive from several threads.
final class Collected: Sendable {
    private let data = Mutex(Data())

    func append(_ more: Data) { data.withLock { $0.append(more) } }

    var text: String { data.withLock { String(decoding: $0, as: UTF8.self) } }
}
