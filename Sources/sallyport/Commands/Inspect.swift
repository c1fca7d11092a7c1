import ArgumentParser

/// Reads packages on a disk and judges them, without any server.
struct Inspect: AsyncParsableCommand {
    /// The word by which it is called.
    static let name = "inspect"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Read and judge package files on this disk, without any server.",
        discussion: """
            The ecosystem is read from the file itself. Rules that look at times do not apply.

            Exit status: 0 all admitted, 10 one is held, 20 one is denied (this one wins), 1 a file can't be read, \
            2 wrong usage.

            Examples:
              sallyport inspect left-pad-1.3.0.tgz
              sallyport inspect --previous six-1.16.0.tar.gz six-1.17.0.tar.gz
              sallyport inspect --index surroundings.json left-pad-1.3.0.tgz
              sallyport inspect --format json dist/*.whl
              sallyport inspect --format sarif *.tgz > report.sarif
            """
    )

    /// The forms of the result.
    enum Format: String, Sendable, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case sarif
    }

    @Argument(help: "Package files: npm tarballs, wheels, sdists.", completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp("The release before: what differs from it is judged as a change.", valueName: "file"),
        completion: .file()
    )
    var previous: String?

    @Option(
        help: ArgumentHelp(
            "What the index says of the release: publisher, times, provenance (docs/formats/surroundings.md).",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var index: String?

    @Option(
        help: ArgumentHelp("The policy file to judge by, instead of the standard policy.", valueName: "file"),
        completion: .file(extensions: ["yaml"])
    )
    var policy: String?

    @Option(
        help: ArgumentHelp("A file of YARA rules of your own; may be given more than once.", valueName: "file"),
        completion: .file(extensions: ["yar", "yara"])
    )
    var yara: [String] = []

    @Option(help: ArgumentHelp("How the result is written.", valueName: "text|json|sarif"))
    var format = Format.text

    func validate() throws {
        guard previous == nil || files.count == 1 else {
            throw ValidationError("`--previous` compares one file with another; name exactly one FILE beside it.")
        }
        guard index == nil || files.count == 1 else {
            throw ValidationError("`--index` speaks of one release; name exactly one FILE beside it.")
        }
    }

    func run() async throws {
        let status = try await request.run()
        if status != 0 { throw ExitCode(status) }
    }

    /// What was asked for, without the parser.
    var request: InspectionRequest {
        var request = InspectionRequest(files: files)
        request.previous = previous
        request.index = index
        request.policy = policy
        request.yara = yara
        request.format = format
        return request
    }
}
