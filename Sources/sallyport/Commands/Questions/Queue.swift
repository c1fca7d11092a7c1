import ArgumentParser
import SallyportModel
import SallyportServer

/// Lists what waits for a person.
struct Queue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List what was held or denied by its content and waits for a person.",
        discussion: """
            Examples:
              sallyport queue
              sallyport queue --limit 20 --format json
            """
    )

    @Option(help: ArgumentHelp("Most entries, from 1 to 1000.", valueName: "count"))
    var limit = 100

    @OptionGroup var server: ServerOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("`--limit` is a number from 1 to 1000.") }
    }

    func run() async throws {
        let answer: APIClient.Answer<[APIDocuments.Waiting]> = try await server.client()
            .get("/api/v1/queue", [("limit", String(limit))])
        switch format.format {
        case .json: Streams.print(answer.json)
        case .text: Streams.print(QueueView(style: .standardOutput).text(answer.value))
        }
    }
}

/// The queue for a terminal.
struct QueueView {
    let style: Style

    func text(_ waiting: [APIDocuments.Waiting]) -> String {
        guard let first = waiting.first else { return "Nothing waits for a person." }
        var lines: [String] = []
        for entry in waiting {
            let state = style.outcome(entry.verdict.outcome)
            lines.append("\(state)  \(style.strong(entry.purl.printable))  \(entry.filename.printable)")
            lines.append("  judged \(entry.judgedAt.minute)")
            lines += entry.verdict.reasons.map { "  \($0.code): \($0.sentence.printable)" }
        }
        lines.append("")
        lines.append("\(Words.count(waiting.count, "file")). Look at one with `sallyport why \(first.purl.printable)`.")
        return lines.joined(separator: "\n")
    }
}
