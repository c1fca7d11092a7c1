import ArgumentParser

/// Everything about policy files.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check a policy file, or explain what a policy asks for.",
        subcommands: [PolicyCheck.self, PolicyExplain.self]
    )
}
