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

/// Runs programs to their end.
enum Tool {
    /// Runs a program, or ends it when it takes longer than `seconds` (status 124 then).
    static func run(
        _ arguments: [String],
        in folder: URL,
        environment: [String: String],
        seconds: Int = 240
    ) async throws -> Outcome {
        let status = folder.appendingPathComponent(".status-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: status) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            ["-c", #""$@"; echo $? >"$0""#, status.path, "timeout", "-k", "5", "\(seconds)"] + arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let (out, error) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = error
        let all = Collected()
        let standard = Collected()
        try process.run()
        // The end of both streams is the end of the program: no notice of a child's death is relied on.
        async let errorEnded: Void = Stream.read(error) { all.append($0) }
        await Stream.read(out) {
            all.append($0)
            standard.append($0)
        }
        await errorEnded
        let code = try String(contentsOf: status, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        return Outcome(status: Int32(code) ?? -1, output: all.text, standardOutput: standard.text)
    }

    /// Where a program is, or `nil`.
    static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// Reads pipes on threads of their own, so that nothing blocks where tests run.
enum Stream {
    /// Hands on what arrives until the stream ends.
    static func read(_ pipe: Pipe, _ take: @escaping @Sendable (Data) -> Void) async {
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            Thread.detachNewThread {
                let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
                // Waits for some bytes, not for a number of them; empty at the end.
                while case let data = handle.availableData, !data.isEmpty { take(data) }
                continuation.resume()
            }
        }
        withExtendedLifetime(pipe) {}
    }
}

/// Bytes that arrive from several threads.
final class Collected: Sendable {
    private let data = Mutex(Data())

    func append(_ more: Data) { data.withLock { $0.append(more) } }

    var text: String { data.withLock { String(decoding: $0, as: UTF8.self) } }
}
