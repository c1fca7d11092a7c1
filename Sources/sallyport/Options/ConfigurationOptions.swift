import ArgumentParser

/// The options that say how a server is set up; defined once for every command that needs them.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"), completion: .file(extensions: ["yaml"]))
    var config: String?

    @Option(
        help: ArgumentHelp("The data folder, instead of the one in the file (default: ./data).", valueName: "dir"),
        completion: .directory
    )
    var data: String?

    @Option(
        help: ArgumentHelp("The policy file, instead of the one in the file.", valueName: "file"),
        completion: .file(extensions: ["yaml"])
    )
    var policy: String?

    /// Reads the file, with the command line's word last.
    func configuration(listen: ListenAddress? = nil) throws -> Configuration {
        try Configuration.load(
            file: config,
            changes: ConfigurationChanges(listen: listen, data: data, policyPath: policy)
        )
    }
}

extension ListenAddress: ExpressibleByArgument {
    /// Reads `HOST:PORT`.
    init?(argument: String) {
        self.init(argument)
    }
}
