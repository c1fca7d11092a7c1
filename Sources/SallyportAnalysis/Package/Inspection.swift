import SallyportArchive
import SallyportModel

/// One artifact on its way from bytes to a report.
struct Inspection {
    let artifact: InspectedArtifact
    let reader: CodeReader
    let limits: AnalysisLimits
    private var scratch = CodeScratch()

    init(_ artifact: InspectedArtifact, reader: CodeReader, limits: AnalysisLimits) {
        self.artifact = artifact
        self.reader = reader
        self.limits = limits
    }

    /// Reads the archive, follows what runs, and puts the report together.
    mutating func run(_ bytes: Span<UInt8>) -> Report {
        guard let format = self.format(of: bytes) else { return refused("unknown-format", .archiveUnreadable) }
        var pass = ArchivePass(format, reader: reader, limits: limits)
        do {
            if format == .gem {
                let members = try GemMembers(bytes, limits: .standard)
                guard GemChecksums.agree(members, reader.hashing) else {
                    return refused("gem-checksum-mismatch", .archiveUnreadable)
                }
                pass.keep(gemSpecification: members.specification, isSigned: members.isSigned)
            }
            try ArchiveReader.read(bytes, as: format, limits: .standard, into: &pass)
        } catch {
            return refused(error)
        }
        var shelf = pass.shelf
        LinkedFiles(reader: reader, limits: limits).read(&shelf, bytes, format, limits: .standard)
        let kinds = PackageKind.kinds(of: shelf, format: format, artifact: artifact)
        guard let first = kinds.first else { return refused("unknown-package", .manifestUnreadable, shelf) }
        var report = report(as: first, shelf, bytes, format)
        for other in kinds.dropFirst() {
            report = report.joined(with: self.report(as: other, shelf, bytes, format))
        }
        return report
    }

    /// The format that the bytes show. What is asked for as a gem is one, whatever its first entry is.
    private func format(of bytes: Span<UInt8>) -> ArchiveFormat? {
        let format = ArchiveFormat.detect(bytes)
        let isNamedGem = artifact.ecosystem == .gem || artifact.ecosystem == nil && artifact.filename.hasSuffix(".gem")
        return format == .tar && isNamedGem ? .gem : format
    }

    /// What the archive is when it is taken for a package of one kind.
    private mutating func report(
        as kind: PackageKind,
        _ archive: Shelf,
        _ bytes: Span<UInt8>,
        _ format: ArchiveFormat
    ) -> Report {
        var shelf = archive
        var statement = statement(of: kind, shelf)
        statement.facts += shelf.linkFacts
        readPlanted(shelf, into: &statement)
        var reach = PackageReach(statement, shelf, limits: limits)
        var passes = 1
        while !reach.wanted.isEmpty, passes < limits.passesMax {
            passes += 1
            let isRead = WantedPass.read(
                reach.wanted,
                of: bytes,
                format,
                limits: .standard,
                reader: reader,
                into: &shelf
            )
            guard isRead else { break }
            reach = PackageReach(statement, shelf, limits: limits)
        }
        if !reach.wanted.isEmpty {
            // What is left was found too late to be read.
            for node in reach.wanted { shelf.markUnread(node.file, "too-many-passes") }
            reach = PackageReach(statement, shelf, limits: limits)
        }
        let data = NamedData(reader: reader, limits: limits).facts(shelf, reach, bytes, format)
        statement.facts += UnusedDependencies.facts(statement, shelf, bytes, format, limits: limits)
        let shapes = HookShapes.read(reach, shelf, bytes, format, reader: reader)
        return ReportAssembly(artifact, statement, shelf, reach, shapes, reader: reader, limits: limits)
            .report(with: data)
    }

    private mutating func statement(of kind: PackageKind, _ shelf: Shelf) -> PackageStatement {
        switch kind {
        case .npm: NPMStatement.read(shelf, stated: artifact.stated, reader: reader, &scratch)
        case .wheel: WheelStatement.read(shelf, reader: reader, &scratch)
        case .sdist: SourceDistributionStatement.read(shelf, reader: reader, &scratch)
        case .gem: GemStatement.read(shelf, stated: artifact.stated, reader: reader)
        }
    }

    /// Reads what the package ships for other tools to run.
    private mutating func readPlanted(_ shelf: Shelf, into statement: inout PackageStatement) {
        var scripts = PackageScripts(statement.scripts, reader)
        let files = PlantedFiles(shelf: shelf, root: statement.root, reader: reader) { command, scratch in
            var leftOut: [String] = []
            return scripts.unfolded(command, &scratch, leftOut: &leftOut)
        }
        let found = files.read(&scratch)
        statement.planted += found.hooks
        statement.facts += found.facts
    }

    private func refused(_ error: ArchiveError) -> Report {
        let budget: [ArchiveError.Code] = [
            .unpackedTooLarge, .entryTooLarge, .tooManyEntries, .namesTooLarge, .metadataTooLarge, .ratioExceeded,
            .outOfMemory,
        ]
        let code: FactCode = budget.contains(error.code) ? .archiveBudget : .archiveUnreadable
        return refused(error.code.rawValue, code, place: error.path.map { Place(path: $0) })
    }

    /// The report of an archive whose content must not be trusted: nothing but the reason.
    private func refused(
        _ detail: String,
        _ code: FactCode,
        _ shelf: Shelf = Shelf(),
        place: Place? = nil
    ) -> Report {
        Report(
            engine: reader.engine,
            kind: nil,
            manifest: nil,
            files: shelf.files.map(\.record),
            hooks: [],
            dependencies: [],
            facts: [Fact(code: code, reach: .install, detail: Excerpt.detail(detail), place: place)],
            unpackedBytes: shelf.unpackedBytes
        )
    }
}
