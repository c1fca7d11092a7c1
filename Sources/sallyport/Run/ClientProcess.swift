import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage
import UnixSignals

/// The client that `run` starts: on this program's own terminal and streams, told of every signal.
struct ClientProcess: Sendable {
    /// The program and its arguments.
    let command: [String]
    /// Changes to this program's environment; `nil` takes a variable away.
    let environment: [String: String?]

    /// Runs it to its end and answers the exit status that a shell would show: 128 and the number of the signal that
    /// ended it, 127 when there is no such program, 126 when it can't be run.
    func run() async throws -> Int32 {
        let signals = await UnixSignalsSequence(trapping: ForwardedSignals.all)
        let (started, starting) = AsyncStream.makeStream(of: pid_t.self)
        return try await withThrowingTaskGroup(of: Int32?.self) { group in
            group.addTask {
                guard let process = await started.first(where: { _ in true }) else { return nil }
                for await signal in signals where ForwardedSignals.needsForwarding(signal) {
                    kill(process, signal.rawValue)
                }
                return nil
            }
            group.addTask {
                defer { starting.finish() }
                return try await start { starting.yield($0) }
            }
            defer { group.cancelAll() }
            while let status = try await group.next() {
                if let status { return status }
            }
            return ExitStatus.failure
        }
    }

    private func start(_ onStart: @Sendable (pid_t) -> Void) async throws -> Int32 {
        guard let program = command.first else { return ExitStatus.usage }
        do {
            let result = try await Subprocess.run(
                program.contains("/") ? .path(FilePath(program)) : .name(program),
                arguments: Arguments(Array(command.dropFirst())),
                environment: .inherit.updating(keyed(environment)),
                input: .currentStandardInput,
                output: .currentStandardOutput,
                error: .currentStandardError
            ) { execution in
                onStart(execution.processIdentifier.value)
            }
            return Self.status(result.terminationStatus)
        } catch let error as SubprocessError {
            if error.code == .executableNotFound, !FileManager.default.fileExists(atPath: program) {
                Streams.note("sallyport: there is no program `\(program.printable)`; check the spelling and PATH.")
                return 127
            }
            Streams.note("sallyport: `\(program.printable)` can't be run; check its permissions.")
            return 126
        }
    }

    static func status(_ status: TerminationStatus) -> Int32 {
        switch status {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }

    private func keyed(_ environment: [String: String?]) -> [Environment.Key: String?] {
        var keyed: [Environment.Key: String?] = [:]
        for (name, value) in environment {
            if let key = Environment.Key(rawValue: name) { keyed[key] = .some(value) }
        }
        return keyed
    }
}
