/// What `inspect` is asked to do.
struct InspectionRequest: Sendable, Hashable {
    /// The packages, as they were named.
    var files: [String]
    /// The release before.
    var previous: String?
    /// The file that says what the index does.
    var index: String?
    /// The policy to judge by; the standard one where no file is named.
    var policy: String?
    /// Files of YARA rules.
    var yara: [String] = []
    /// How the result is written.
    var format = Inspect.Format.text

    init(files: [String]) {
        self.files = files
    }

    /// The arguments `inspect FILE...` without any option; `nil` for all others, which are the parser's.
    ///
    /// The parser asks the runtime for a hundred conformances before it has read an argument, which takes as long as to
    /// read a small package; a hook that inspects one file starts a process for it.
    init?(plain arguments: some Sequence<String>) {
        var words = arguments.makeIterator()
        guard words.next() == Inspect.name else { return nil }
        files = Array(IteratorSequence(words))
        guard !files.isEmpty, !files.contains(where: { $0.isEmpty || $0.hasPrefix("-") }) else { return nil }
    }

    /// Reads and judges the files and writes what was found; gives the exit status.
    func run() async throws -> Int32 {
        let policy = try PolicyFile.load(policy)
        let inspector = try FileInspector(
            policy: policy,
            rules: YaraFiles.load(yara),
            previous: previous,
            index: index
        )
        var collected = InspectionResults(format: format, policy: policy, total: files.count)
        try await InspectionQueue(inspector: inspector).run(files) { try collected.add($0) }
        return try collected.finish()
    }
}
