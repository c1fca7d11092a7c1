import ArgumentParser
import SallyportPolicy

/// Shows what a policy asks for, rule by rule.
struct PolicyExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show what a policy asks for, rule by rule; with a rule's code, all about that rule.",
        discussion: """
            Examples:
              sallyport policy explain
              sallyport policy explain --policy policy.yaml
              sallyport policy explain hook-added
            """
    )

    @Argument(
        help: "The code of one rule.",
        completion: .list(RuleCatalogue.all.map(\.code))
    )
    var rule: String?

    @Option(
        help: ArgumentHelp("The policy file, instead of the standard policy.", valueName: "file"),
        completion: .file(extensions: ["yaml"])
    )
    var policy: String?

    func validate() throws {
        guard let rule, RuleCatalogue.rule(rule) == nil else { return }
        let advice = Suggestion.sentence(for: rule, among: RuleCatalogue.all.map(\.code))
        throw ValidationError("There is no rule `\(rule)`\(advice.isEmpty ? "." : advice)")
    }

    func run() throws {
        let policy = try PolicyFile.load(policy)
        let view = PolicyView(style: .standardOutput)
        if let rule = rule.flatMap(RuleCatalogue.rule) {
            Streams.print(view.detail(of: rule, in: policy))
        } else {
            Streams.print(view.table(policy))
        }
    }
}
