import ArgumentParser

/// The root of all commands.
struct SallyportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sallyport",
        abstract: "A gate for packages: everything is read and judged before anyone can install it.",
        version: Version.text,
        subcommands: [Serve.self]
    )
}
