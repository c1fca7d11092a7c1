import SallyportModel

/// Facts about single files: what they are, what could not be read, what they can do.
enum FileFacts {
    static func facts(_ shelf: Shelf, _ reach: PackageReach, _ kind: PackageKind) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        let root = shelf.root
        for (position, file) in shelf.files.enumerated() {
            let when = reach.reach(of: position)
            // What a hook only imports of the package's own code counts as loaded; chains tell the rest.
            let own = when == .install && !reach.isPrivate(position) ? .load : when
            facts += ContentFacts.facts(file, own)
            let isOfTests =
                kind == .sdist && when == .shipped
                && (TestPath.matches(file.path) || PackageReach.isTest(file.path, below: root))
            if kind != .npm, !isOfTests, Bytecode.isImportable(file.record, isThere: { shelf.position(of: $0) != nil })
            {
                let detail = "python-bytecode, \(file.record.size) bytes"
                facts.append(fact(.fileNative, max(when, .load), detail, Place(path: file.path)))
            }
            for finding in file.own {
                let place = Place(path: file.path, line: finding.line, excerpt: finding.excerpt)
                facts.append(fact(finding.code, when, finding.detail, place))
            }
            if let reason = file.unread {
                facts.append(fact(.fileUnreadable, when, reason, Place(path: file.path)))
            }
            // A module of Python that is only imported runs its top level, and a library may hold any command.
            let isLibrary = (file.language == .python || file.language == .ruby) && !reach.isPrivate(position)
            for (language, findings) in file.findings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                for finding in findings.findings where !finding.code.isChain {
                    if finding.code.isCapability, when == .shipped || !finding.isTelling { continue }
                    // The tests of a source distribution hold such characters on purpose, and are never installed.
                    if finding.code == .fileHiddenUnicode, isOfTests { continue }
                    // What an import names and is no code is text: data, declarations of types.
                    let isText = language == .shell && file.language == nil && when == .load
                    if finding.code == .fileUnreadable, isText { continue }
                    // What can't be read of a command matters where the command runs by itself.
                    if finding.code == .hookUnreadable, when != .install || isLibrary { continue }
                    let place = Place(path: file.path, line: finding.line, excerpt: finding.excerpt)
                    let runs = finding.code.isCapability ? own : when
                    facts.append(fact(finding.code, runs, finding.detail, place, finding.weight))
                }
            }
        }
        return facts
    }

    private static func fact(
        _ code: FactCode,
        _ reach: Reach,
        _ detail: String,
        _ place: Place,
        _ weight: Weight = .sensitive
    ) -> WeightedFact {
        WeightedFact(Fact(code: code, reach: reach, detail: detail, place: place), weight)
    }
}

/// Paths of what only a project's own tests read.
enum TestPath {
    /// Whether a folder of the path, or the file, is one of tests or documentation.
    static func matches(_ path: String) -> Bool {
        path.split(separator: "/").dropFirst().contains { part in
            part == "test" || part == "tests" || part == "testing" || part == "docs" || part.hasPrefix("test_")
        }
    }
}
