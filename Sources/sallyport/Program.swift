import ArgumentParser
import Glibc
import SystemPackage

/// The entry point: parses, runs, and turns what was thrown into words and an exit status.
@main
enum Program {
    static func main() async {
        do {
            if let request = InspectionRequest(plain: CommandLine.arguments.dropFirst()) {
                exit(try await request.run())
            }
            var command = try parsed()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(ExitStatus.report(error))
        }
    }

    private static func parsed() throws -> any ParsableCommand {
        if let command = named() { return command }
        return try SallyportCommand.parseAsRoot()
    }

    /// The command that the first argument names, when everything behind it is as that command wants it.
    ///
    /// The parser looks at each command that it knows of, and at each of its options, before it reads an argument; that
    /// takes longer than to read a package. Help and mistakes are left to it, so that their words are those of the whole.
    private static func named() -> (any ParsableCommand)? {
        let arguments = CommandLine.arguments.dropFirst()
        guard let name = arguments.first else { return nil }
        let commands = SallyportCommand.configuration.subcommands
        let type = commands.first { $0.configuration.commandName == name }
        return try? type?.parseAsRoot(Array(arguments.dropFirst()))
    }
}

/// Why a command could not do what was asked: exit status 1.
struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence for the person at the terminal, with what to do.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// The exit statuses: 0 done, 1 an error, 2 wrong usage; commands that judge add 10 (held) and 20 (denied).
enum ExitStatus {
    /// Another error.
    static let failure: Int32 = 1
    /// The command line can't be understood.
    static let usage: Int32 = 2
    /// What the argument parser uses for wrong usage (sysexits).
    private static let parserUsage: Int32 = 64

    /// The status for an error.
    static func code(for error: any Error) -> Int32 {
        // A status that a command chose, such as that of the program it ran, is handed on as it is.
        if let chosen = error as? ExitCode { return chosen.rawValue }
        let code = SallyportCommand.exitCode(for: error).rawValue
        return code == parserUsage ? usage : code
    }

    /// Writes an error's words: help and versions to standard output, everything else to standard error.
    static func report(_ error: any Error) -> Int32 {
        let status = code(for: error)
        let message = SallyportCommand.fullMessage(for: error)
        let stream = status == 0 ? FileDescriptor.standardOutput : FileDescriptor.standardError
        if !message.isEmpty { _ = try? stream.writeAll(Array((message + "\n").utf8)) }
        return status
    }
}
