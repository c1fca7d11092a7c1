import ArgumentParser
import SallyportModel
import SallyportPolicy
import Testing

@testable import sallyport

@Suite("The command line")
struct CommandLineTests {
    @Test(
        "wrong usage is exit status 2",
        arguments: [
            ["inspect"], ["inspect", "--format", "xml", "a"], ["inspect", "--previous", "a", "b", "c"], ["nothing"],
            ["why"], ["why", "left-pad"], ["why", "pkg:npm/left-pad"], ["why", "pkg:npm/a@1", "--server", "here"],
            ["admit", "pkg:npm/a@1"], ["admit", "pkg:npm/a@1", "--reason", ""],
            ["admit", "pkg:npm/a@1", "--reason", "r", "--for", "soon"],
            ["admit", "pkg:npm/a@1", "--reason", "r", "--for", "0d"],
            ["deny", "pkg:npm/a@1", "--reason", "r", "--for", "1d"], ["freeze", "--reason", "r"],
            ["freeze", "--as-of", "yesterday", "--reason", "r"], ["thaw"], ["queue", "--limit", "0"],
            ["queue", "--limit", "1001"], ["run"], ["run", "npm", "install"], ["init", "cargo"],
            ["completions", "ksh"],
            ["policy", "explain", "no-such-rule"], ["serve", "--listen", "7259"],
        ]
    )
    func usage(arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try SallyportCommand.parseAsRoot(arguments) }
        if let error { #expect(ExitStatus.code(for: error) == 2) }
    }

    @Test(
        "help and version are exit status 0",
        arguments: [["--help"], ["--version"], ["help", "inspect"], ["policy", "check", "--help"]]
    )
    func help(arguments: [String]) {
        let error = #expect(throws: (any Error).self) {
            var command = try SallyportCommand.parseAsRoot(arguments)
            try command.run()
        }
        if let error { #expect(ExitStatus.code(for: error) == 0) }
    }

    @Test(
        "the status of a program that was run is handed on, whatever it means here",
        arguments: [64, 2, 143] as [Int32]
    )
    func handedOn(status: Int32) {
        #expect(ExitStatus.code(for: ExitCode(status)) == status)
    }

    @Test("every command's help has an abstract and examples that it understands itself")
    func examples() throws {
        for command in Self.leaves(of: SallyportCommand.self) {
            let configuration = command.configuration
            #expect(!configuration.abstract.isEmpty, "\(command)")
            let examples = configuration.discussion.split(separator: "\n")
                .map { $0.trimmedBlanks }.filter { $0.hasPrefix("sallyport ") }
            #expect(!examples.isEmpty, "\(command) has no examples")
            for example in examples {
                let words = Self.words(example.prefix { $0 != ">" }.dropFirst("sallyport ".count))
                #expect(throws: Never.self, "\(example)") { try SallyportCommand.parseAsRoot(words) }
            }
        }
    }

    @Test("what an admission and a freeze take for times")
    func times() {
        #expect(DurationArgument(argument: "30d")?.seconds == 2_592_000)
        #expect(DurationArgument(argument: "30") == nil)
        #expect(InstantArgument(argument: "now")?.instant == nil)
        #expect(InstantArgument(argument: "2026-11-22")?.instant?.description == "2026-11-22T00:00:00Z")
        #expect(InstantArgument(argument: "later") == nil)
    }

    @Test("there is a completion script for each shell", arguments: Completions.Shell.allCases)
    func completions(shell: Completions.Shell) throws {
        _ = try SallyportCommand.parseAsRoot(["completions", shell.rawValue])
    }

    private static func leaves(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        let below = command.configuration.subcommands
        return below.isEmpty ? [command] : below.flatMap { leaves(of: $0) }
    }

    /// Splits a line as a shell would, quotes included; patterns are not expanded.
    private static func words(_ line: some StringProtocol) -> [String] {
        var words: [String] = []
        let quote: Character = "\""
        let blank: Character = " "
        for (index, part) in String(line).split(separator: quote, omittingEmptySubsequences: false).enumerated() {
            words += index % 2 == 1 ? [String(part)] : part.split(separator: blank).map { String($0) }
        }
        return words
    }
}
