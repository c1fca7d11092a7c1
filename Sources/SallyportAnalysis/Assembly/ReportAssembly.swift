import SallyportModel

/// Puts a report together from what was read.
struct ReportAssembly {
    let artifact: InspectedArtifact
    let statement: PackageStatement
    let shelf: Shelf
    let reach: PackageReach
    let shapes: HookShapes
    let reader: CodeReader
    let limits: AnalysisLimits

    init(
        _ artifact: InspectedArtifact,
        _ statement: PackageStatement,
        _ shelf: Shelf,
        _ reach: PackageReach,
        _ shapes: HookShapes,
        reader: CodeReader,
        limits: AnalysisLimits
    ) {
        self.artifact = artifact
        self.statement = statement
        self.shelf = shelf
        self.reach = reach
        self.shapes = shapes
        self.reader = reader
        self.limits = limits
    }

    /// The report, with facts that are known already.
    func report(with known: [WeightedFact] = []) -> Report {
        let dependencies = Array(statement.dependencies.prefix(limits.dependenciesMax))
        var facts = known + statement.facts.map { WeightedFact($0) }
        facts += ManifestFacts.facts(artifact, statement, dependencies)
        facts += HookFacts.facts(statement, reach, shelf)
        facts += PlantedFacts.facts(reach, shelf)
        facts += FileFacts.facts(shelf, reach, statement.kind)
        facts += DataFacts.facts(reach, shelf)
        facts += ChainFacts.facts(reach, shelf)
        if statement.dependencies.count > limits.dependenciesMax || statement.hooks.count > limits.hooksMax {
            let detail = "more dependencies or hooks than are kept"
            facts.append(WeightedFact(Fact(code: .manifestUnreadable, reach: .install, detail: detail)))
        }
        return Report(
            engine: reader.engine,
            kind: statement.kind.rawValue,
            manifest: statement.manifest,
            files: shelf.files.enumerated().map { FactTraits.record(of: $1, runs: reach.reach(of: $0) > .shipped) },
            hooks: reach.hooks.filter { !$0.hook.isImplied }.map {
                HookFingerprint.hook($0.hook, $0.files, reach, shelf, shapes, reader.hashing)
            },
            dependencies: dependencies,
            facts: WeightedFact.selected(facts, limits: limits),
            hosts: HostList.hosts(shelf, reach, limits: limits),
            unpackedBytes: shelf.unpackedBytes
        )
    }
}
