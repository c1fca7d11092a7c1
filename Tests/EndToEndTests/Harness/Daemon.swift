import Foundation
import Synchronization

/// A program that runs until it is stopped, and says on its standard output when it is ready.
final class Daemon: Sendable {
    /// The program ended before it was ready.
    struct NotReady: Error, CustomStringConvertible {
        let description: String
    }

    private let process: Mutex<Process>
    private let log = Collected()
    private let input = Pipe()
    private let ended: Task<Int32, Never>
    let pid: Int32

    /// Starts a program and waits for a line in which `ready` finds what it looks for.
    static func start<Value: Sendable>(
        _ arguments: [String],
        in folder: URL,
        environment: [String: String],
        ready: @escaping @Sendable (String) -> Value?
    ) async throws -> (Daemon, Value) {
        let (lines, line) = AsyncStream<String>.makeStream()
        let daemon = try Daemon(arguments, folder, environment, line)
        for await text in lines {
            if let value = ready(text) { return (daemon, value) }
        }
        throw NotReady(description: "\(arguments.joined(separator: " ")) ended: \(daemon.log.text)")
    }

    private init(
        _ arguments: [String],
        _ folder: URL,
        _ environment: [String: String],
        _ line: AsyncStream<String>.Continuation
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = input
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        let log = log
        output.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            log.append(data)
            guard !data.isEmpty else {
                handle.readabilityHandler = nil
                return
            }
            line.yield(log.text)
        }
        let (exits, exit) = AsyncStream<Int32>.makeStream()
        process.terminationHandler = {
            exit.yield($0.terminationStatus)
            exit.finish()
            line.finish()
        }
        try process.run()
        pid = process.processIdentifier
        ended = Task {
            for await status in exits { return status }
            return -1
        }
        self.process = Mutex(process)
    }

    /// Everything that it has printed.
    var output: String { log.text }

    /// Sends a signal and waits for the end; answers the exit status (or the signal's number).
    @discardableResult
    func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
        if process.withLock({ $0.isRunning }) { kill(pid, signal) }
        try? input.fileHandleForWriting.close()
        return await ended.value
    }
}
