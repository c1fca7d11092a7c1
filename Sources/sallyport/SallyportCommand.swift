import ArgumentParser

/// The root of all commands.
struct SallyportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport",
        abstract: "A gate for packages: everything is read and judged before anyone can install it.",
        discussion: """
            Examples:
              sallyport run -- npm install left-pad
              sallyport inspect left-pad-1.3.0.tgz
              sallyport why pkg:npm/left-pad@1.3.0
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(name: "Asking", subcommands: [Inspect.self, Why.self, Queue.self, Who.self]),
            CommandGroup(
                name: "Deciding",
                subcommands: [Admit.self, Deny.self, Reopen.self, Freeze.self, Thaw.self, PolicyCommand.self]
            ),
            CommandGroup(name: "Setup", subcommands: [Serve.self, Run.self, Init.self, Doctor.self, Completions.self]),
        ]
    )
}
