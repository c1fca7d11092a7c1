import ArgumentParser
import SallyportModel

/// Hides everything that appeared after one instant.
struct Freeze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Hide every release that appeared after one instant, in all ecosystems.",
        discussion: """
            Examples:
              sallyport freeze --as-of now --reason "worm in the registry, see the incident channel"
              sallyport freeze --as-of 2026-11-22T12:00:00Z --reason "release week"
            """
    )

    @Option(
        help: ArgumentHelp(
            "The last visible instant: `now`, a date, or a time as 2026-11-22T12:00:00Z.",
            valueName: "time"
        )
    )
    var asOf: InstantArgument

    @OptionGroup var decision: DecisionOptions

    func run() async throws {
        try await decision.decide(.freeze, asOf: asOf.instant ?? WallClock.now())
    }
}

/// An instant on the command line.
struct InstantArgument: ExpressibleByArgument, Sendable {
    /// The instant; absent for `now`.
    let instant: Instant?

    init?(argument: String) {
        guard argument != "now" else {
            instant = nil
            return
        }
        guard let instant = Instant(argument) else { return nil }
        self.instant = instant
    }
}
