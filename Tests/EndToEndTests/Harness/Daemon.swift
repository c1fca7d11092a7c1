import Foundation
import Synchronization

/// A program that runs until it is stopped, and says on its standard output when it is ready.
final class Daemon: Sendable {
    /// The program ended before it was ready.
    struct NotReady: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts the program behind a shell that says its pid first and its exit status last. It is bash: dash waits for
    /// SIGCHLD, which is blocked in the threads that tests run on.
    private static let wrapper = """
        exec 3<&0; "$@" <&3 3<&- & echo "daemon-pid $!"; exec 3<&-; wait $!; echo "daemon-status $?"
        """

    private let log: Collected
    private let input: Pipe
    private let ended: Task<Void, Never>
    let pid: Int32

    /// Starts a program and waits until `ready` finds what it looks for in the output.
    static func start<Value: Sendable>(
        _ arguments: [String],
        in folder: URL,
        environment: [String: String],
        ready: @escaping @Sendable (String) -> Value?
    ) async throws -> (Daemon, Value) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", wrapper, "sh"] + arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        let (input, output, log) = (Pipe(), Pipe(), Collected())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        let (changes, changed) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        try process.run()
        let ended = Task {
            await Stream.read(output) {
                log.append($0)
                changed.yield()
            }
            changed.finish()
        }
        for await _ in changes {
            if let pid = number(after: "daemon-pid ", in: log.text), let value = ready(log.text) {
                return (Daemon(pid: pid, log: log, input: input, ended: ended), value)
            }
        }
        throw NotReady(description: "\(arguments.joined(separator: " ")) ended: \(log.text)")
    }

    private init(pid: Int32, log: Collected, input: Pipe, ended: Task<Void, Never>) {
        self.pid = pid
        self.log = log
        self.input = input
        self.ended = ended
    }

    /// Everything that it has printed.
    var output: String { log.text }

    /// Sends a signal and waits for the end; answers the exit status, 128 and the signal's number when that ended it.
    @discardableResult
    func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
        if Self.number(after: "daemon-status ", in: log.text) == nil { kill(pid, signal) }
        try? input.fileHandleForWriting.close()
        await ended.value
        return Self.number(after: "daemon-status ", in: log.text) ?? -1
    }

    private static func number(after prefix: String, in text: String) -> Int32? {
        let line = text.split(separator: "\n").last { $0.hasPrefix(prefix) }
        return line.flatMap { Int32($0.dropFirst(prefix.count)) }
    }
}
