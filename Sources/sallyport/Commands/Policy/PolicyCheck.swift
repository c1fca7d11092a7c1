import ArgumentParser
import SallyportPolicy

/// Validates a policy file.
struct PolicyCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validate a policy file; mistakes are shown with line and column.",
        discussion: """
            Exit status: 0 the file is valid, 1 it is not or can't be read.

            Examples:
              sallyport policy check
              sallyport policy check policies/strict.yaml
            """
    )

    @Argument(help: "The policy file.", completion: .file(extensions: ["yaml"]))
    var file = "policy.yaml"

    func run() throws {
        let policy = try PolicyFile.load(file)
        Streams.print("\(file.printable): valid. \(PolicyView(style: .standardOutput).summary(policy))")
    }
}
