import ArgumentParser
import SallyportModel

/// Ends a freeze.
struct Thaw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thaw",
        abstract: "End the freeze: releases are judged by the policy again.",
        discussion: """
            Examples:
              sallyport thaw --reason "the worm is gone"
            """
    )

    @OptionGroup var decision: DecisionOptions

    func run() async throws {
        try await decision.decide(.thaw)
    }
}
