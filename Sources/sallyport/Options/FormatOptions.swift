import ArgumentParser

/// The forms of an answer.
enum AnswerFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// For programs: the API's own JSON.
    case json
}

/// The option that says in which form an answer is written; defined once.
struct FormatOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How the answer is written.", valueName: "text|json"))
    var format = AnswerFormat.text
}
