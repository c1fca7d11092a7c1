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
        // A policy file may have rules of its own; without one the names are known.
        guard policy == nil, let rule, RuleCatalogue.rule(rule) == nil else { return }
        throw Self.unknown(rule, among: RuleCatalogue.all)
    }

    private static func unknown(_ code: String, among rules: [Rule]) -> ValidationError {
        let advice = Suggestion.sentence(for: code, among: rules.map(\.code))
        return ValidationError("There is no rule `\(code)`\(advice.isEmpty ? "." : advice)")
    }

    func run() throws {
        let policy = try PolicyFile.load(policy)
        let view = PolicyView(style: .standardOutput)
        guard let code = rule else { return Streams.print(view.table(policy)) }
        guard let rule = policy.rule(code) else { throw Self.unknown(code, among: policy.rules) }
        Streams.print(view.detail(of: rule, in: policy))
    }
}
