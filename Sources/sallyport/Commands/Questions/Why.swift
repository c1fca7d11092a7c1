import ArgumentParser
import SallyportModel
import SallyportServer

/// Explains how a release stands.
struct Why: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Explain why a release is admitted, held or denied, and what to do next.",
        discussion: """
            It needs no token: everyone whose install was refused may ask.

            Examples:
              sallyport why pkg:npm/left-pad@1.3.0
              sallyport why pkg:npm/@scope/name@2.0.0 --server http://packages.example.invalid:7259
              sallyport why pkg:pypi/six@1.17.0 --format json
            """
    )

    @Argument(help: "The release, as a package URL.", transform: PURLArgument.read)
    var purl: PURLArgument

    @OptionGroup var server: ServerOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        _ = try purl.release(for: "why")
    }

    func run() async throws {
        let release = try purl.release(for: "why")
        let answer: APIClient.Answer<APIDocuments.Why> = try await server.client()
            .get("/api/v1/why", [("purl", release.description)])
        switch format.format {
        case .json: Streams.print(answer.json)
        case .text: Streams.print(WhyView(style: .standardOutput).text(answer.value))
        }
    }
}
