import ArgumentParser
import SallyportModel

/// Refuses a release whatever the policy says.
struct Deny: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deny",
        abstract: "Refuse a release, or all of a package, whatever the policy says; cached bytes as well.",
        discussion: """
            Examples:
              sallyport deny pkg:npm/left-pad@1.3.1 --reason "steals tokens"
            """
    )

    @Argument(help: "The release or package, as a package URL.", transform: PURLArgument.read)
    var purl: PURLArgument

    @OptionGroup var decision: DecisionOptions

    func run() async throws {
        try await decision.decide(.deny, on: purl.url)
    }
}
