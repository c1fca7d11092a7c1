import ArgumentParser
import SallyportModel

/// Lets a release through whatever the policy says.
struct Admit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admit",
        abstract: "Let a release, or all of a package, through whatever the policy says.",
        discussion: """
            Examples:
              sallyport admit pkg:npm/left-pad@1.3.1 --reason "read it, the hook builds a table" --for 30d
              sallyport admit pkg:pypi/acme-tools --reason "written by our own team"
            """
    )

    @Argument(help: "The release or package, as a package URL.", transform: PURLArgument.read)
    var purl: PURLArgument

    @Option(name: .customLong("for"), help: ArgumentHelp("When it ends by itself: 30d, 12h, 90m.", valueName: "time"))
    var duration: DurationArgument?

    @OptionGroup var decision: DecisionOptions

    func run() async throws {
        let expires = duration.map { WallClock.now().adding(seconds: $0.seconds) }
        try await decision.decide(.admit, on: purl.url, expires: expires)
    }
}
