import ArgumentParser
import SallyportModel
import SallyportServer

/// Lists who got a package.
struct Who: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "List who got a package or a release from here, and when.",
        discussion: """
            Examples:
              sallyport who pkg:npm/left-pad@1.3.0
              sallyport who pkg:pypi/six --format json
            """
    )

    @Argument(help: "The package or release, as a package URL.", transform: PURLArgument.read)
    var purl: PURLArgument

    @Option(help: ArgumentHelp("Most entries, from 1 to 1000.", valueName: "count"))
    var limit = 100

    @OptionGroup var server: ServerOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("`--limit` is a number from 1 to 1000.") }
    }

    func run() async throws {
        let answer: APIClient.Answer<[APIDocuments.Delivery]> = try await server.client()
            .get("/api/v1/downloads", [("purl", purl.url.description), ("limit", String(limit))])
        switch format.format {
        case .json: Streams.print(answer.json)
        case .text: Streams.print(WhoView(style: .standardOutput).text(answer.value, of: purl.url.description))
        }
    }
}

/// Deliveries for a terminal.
struct WhoView {
    let style: Style

    func text(_ deliveries: [APIDocuments.Delivery], of purl: String) -> String {
        guard !deliveries.isEmpty else { return "Nobody got \(purl.printable) from here." }
        let lines = deliveries.map { delivery in
            let client = delivery.client.isEmpty ? "an unnamed client" : delivery.client.printable
            return
                "\(delivery.at.minute)  \(style.strong(delivery.recipient.printable))  \(delivery.filename.printable)"
                + "  \(style.faint(client))"
        }
        return (lines + ["", "\(Words.count(deliveries.count, "delivery", "deliveries")), newest first."])
            .joined(separator: "\n")
    }
}
