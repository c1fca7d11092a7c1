import ArgumentParser

/// Prints a completion script.
struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the completion script of a shell.",
        discussion: """
            Examples:
              sallyport completions bash > ~/.local/share/bash-completion/completions/sallyport
              sallyport completions zsh > "${fpath[1]}/_sallyport"
              sallyport completions fish > ~/.config/fish/completions/sallyport.fish
            """
    )

    /// The shells that there is a script for.
    enum Shell: String, Sendable, CaseIterable, ExpressibleByArgument {
        case bash
        case zsh
        case fish
    }

    @Argument(help: "The shell: bash, zsh or fish.")
    var shell: Shell

    func run() {
        let script: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        Streams.print(SallyportCommand.completionScript(for: script))
    }
}
