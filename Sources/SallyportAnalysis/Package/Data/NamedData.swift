import SallyportArchive
import SallyportLexing
import SallyportModel

/// Reads files that are no code once it is known that running code names them: archives, and texts that are evaluated.
struct NamedData {
    let reader: CodeReader
    let limits: AnalysisLimits

    /// Files of one package that are read because a source that evaluates names them.
    static let evaluatedMax = 64

    /// What was found, stated at the reach of the code that names it.
    func facts(
        _ shelf: Shelf,
        _ reach: PackageReach,
        _ bytes: Span<UInt8>,
        _ format: ArchiveFormat
    ) -> [WeightedFact] {
        var archives: [String: Int] = [:]
        var evaluated: [String: (source: Int, language: Language)] = [:]
        for (position, sources) in reach.reads.sorted(by: { $0.key < $1.key }) {
            let file = shelf.files[position]
            guard let source = sources.max(by: { reach.reach(of: $0) < reach.reach(of: $1) }) else { continue }
            if NestedArchives.isArchive(file.record.content) { archives[file.path] = source }
            let evaluating = sources.filter { evaluates(shelf.files[$0]) }
            guard let first = evaluating.max(by: { reach.reach(of: $0) < reach.reach(of: $1) }),
                let language = shelf.files[first].language, isText(file), !Self.isOther(file.path),
                evaluated.count < Self.evaluatedMax
            else { continue }
            evaluated[file.path] = (first, language)
        }
        guard !archives.isEmpty || !evaluated.isEmpty else { return [] }
        let named = Set(archives.keys).union(evaluated.keys)
        var entries: [String: String] = [:]
        for path in named { entries[path] = shelf.position(of: path).map { shelf.files[$0].entryPath } }
        var capture = FileCapture(Set(entries.values), bytesMax: NestedArchives.bytesMax)
        guard (try? ArchiveReader.read(bytes, as: format, limits: .standard, into: &capture)) != nil else { return [] }
        let contents = entries.compactMapValues { capture.contents[$0] }
        return facts(evaluated, contents, shelf, reach) + facts(archives, contents, shelf, reach)
    }

    /// What a word alone makes of a text.
    private static let faint: Set<FactCode> = [
        .capabilityGating, .capabilityDynamicCode, .capabilityEnvironment, .capabilitySystemInformation,
    ]

    private static let otherEndings: Set<String> = [
        "c", "h", "cc", "cpp", "hpp", "cxx", "pyx", "pxd", "rs", "go", "java", "m", "mm",
    ]

    /// Files in a language of their own, which a build names as its sources.
    private static func isOther(_ path: String) -> Bool {
        otherEndings.contains(PathText.name(of: path).split(separator: ".").last.map { $0.lowercased() } ?? "")
    }

    private func evaluates(_ file: PackageFile) -> Bool {
        guard file.language == .javaScript || file.language == .python else { return false }
        return file.ownFindings?.findings.contains { $0.code == .capabilityDynamicCode && $0.weight >= .use } == true
    }

    private func isText(_ file: PackageFile) -> Bool {
        let size = file.record.size
        return ContentKind.mayBeSource(file.record.content) && size > 0 && size <= limits.fileBytesMax
            && PathText.name(of: file.path) != "package.json"
    }

    /// What of a file is read as code: the whole, or of JSON each text that could be some.
    private func findings(_ content: [UInt8], _ path: String, as language: Language, _ scratch: inout CodeScratch)
        -> [Finding]
    {
        guard path.hasSuffix(".json") else {
            return reader.read(content.span, as: language, scratch: &scratch).findings
        }
        var found: [Finding] = []
        for text in JSONTexts.code(in: content) {
            let inner = reader.read(text.span, as: language, scratch: &scratch).findings
            guard !inner.contains(where: { $0.code == .fileUnreadable }) else { continue }
            found += inner.filter { $0.code.isBehaviour && $0.weight > .means }
        }
        return found
    }

    /// Texts that a source evaluates: what they do as code. A text that is none does nothing.
    private func facts(
        _ evaluated: [String: (source: Int, language: Language)],
        _ contents: [String: [UInt8]],
        _ shelf: Shelf,
        _ reach: PackageReach
    ) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        var scratch = CodeScratch()
        for (path, (source, language)) in evaluated.sorted(by: { $0.key < $1.key }) {
            guard let content = contents[path] else { continue }
            let findings = findings(content, path, as: language, &scratch)
            let behaviour = findings.filter { $0.code.isBehaviour && $0.weight > .means }
            // Prose breaks off as code, sooner or later; and a text of another language has words that mean little here.
            let isCode = !findings.contains { $0.code == .fileUnreadable } && !Prose.begins(content, language)
            guard isCode, behaviour.contains(where: { !Self.faint.contains($0.code) }) else { continue }
            let when = reach.reach(of: source)
            let detail = Excerpt.detail("code, evaluated by \(shelf.files[source].path.suffix(120))")
            let mismatch = Fact(code: .fileExtensionMismatch, reach: when, detail: detail, place: Place(path: path))
            facts.append(WeightedFact(mismatch))
            facts += behaviour.map { stated($0, at: path, when) }
        }
        return facts
    }

    /// Code of archives that running code names.
    private func facts(
        _ archives: [String: Int],
        _ contents: [String: [UInt8]],
        _ shelf: Shelf,
        _ reach: PackageReach
    ) -> [WeightedFact] {
        let found = NestedArchives(reader: reader, limits: limits).read(contents.filter { archives[$0.key] != nil })
        var facts: [WeightedFact] = []
        func when(_ path: String) -> Reach {
            let outer = path.split(separator: "!", maxSplits: 1).first.map { String($0) } ?? path
            return archives[outer].map { reach.reach(of: $0) } ?? .shipped
        }
        for (path, why) in found.unread {
            facts.append(
                WeightedFact(Fact(code: .fileArchive, reach: when(path), detail: why, place: Place(path: path)))
            )
        }
        for path in archives.keys.sorted() where contents[path] == nil {
            let place = Place(path: path)
            facts.append(
                WeightedFact(
                    Fact(code: .fileArchive, reach: when(path), detail: "too large to be opened", place: place)
                )
            )
        }
        for (file, path) in found.files {
            for finding in file.ownFindings?.findings ?? [] where finding.code.isChain && finding.weight == .flow {
                // A script of a shell that lies in an archive runs with no import.
                if file.language == .shell, when(path) == .load { continue }
                facts.append(stated(finding, at: path, when(path)))
            }
            guard NativeContent.isNative(file.record.content) else { continue }
            let detail = Excerpt.detail("\(file.record.content), \(file.native?.summary ?? "not read")")
            facts.append(
                WeightedFact(Fact(code: .fileNative, reach: .shipped, detail: detail, place: Place(path: path)))
            )
        }
        return facts
    }

    private func stated(_ finding: Finding, at path: String, _ reach: Reach) -> WeightedFact {
        let evidence = Evidence(finding, path)
        let fact = Fact(
            code: finding.code,
            reach: reach,
            detail: finding.detail,
            place: evidence.place,
            steps: finding.code.isChain ? evidence.steps : []
        )
        return WeightedFact(fact, finding.weight)
    }
}
