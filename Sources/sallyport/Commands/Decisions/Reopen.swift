import ArgumentParser
import SallyportModel

/// Takes back what was decided.
struct Reopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Take back what was decided about a release or package: the policy judges it again.",
        discussion: """
            Examples:
              sallyport reopen pkg:npm/left-pad@1.3.1 --reason "the report was about another package"
            """
    )

    @Argument(help: "The release or package, as a package URL.", transform: PURLArgument.read)
    var purl: PURLArgument

    @OptionGroup var decision: DecisionOptions

    func run() async throws {
        try await decision.decide(.reopen, on: purl.url)
    }
}
