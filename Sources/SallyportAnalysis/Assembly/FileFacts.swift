import SallyportModel

/// Facts about single files: what they are, what could not be read, what they can do.
enum FileFacts {
    static func facts(_ shelf: Shelf, _ reach: PackageReach, _ kind: PackageKind) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        for (position, file) in shelf.files.enumerated() {
            let when = reach.reach(of: position)
            // What a hook only imports of the package's own code counts as loaded; chains tell the rest.
            let own = when == .install && !reach.isPrivate(position) ? .load : when
            facts += content(file, own)
            if kind != .npm, Bytecode.isImportable(file.record, isThere: { shelf.position(of: $0) != nil }) {
                let detail = "python-bytecode, \(file.record.size) bytes"
                facts.append(fact(.fileNative, max(when, .load), detail, Place(path: file.path)))
            }
            if let reason = file.unread {
                facts.append(fact(.fileUnreadable, when, reason, Place(path: file.path)))
            }
            // A module of Python that is only imported runs its top level, and a library may hold any command.
            let isLibrary = file.language == .python && !reach.isPrivate(position)
            for (_, findings) in file.findings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                for finding in findings.findings where !finding.code.isChain {
                    if finding.code.isCapability, when == .shipped || !finding.isTelling { continue }
                    // The tests of a source distribution hold such characters on purpose, and are never installed.
                    let isTest = kind == .sdist && when == .shipped && TestPath.matches(file.path)
                    if finding.code == .fileHiddenUnicode, isTest { continue }
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

    private static func content(_ file: PackageFile, _ when: Reach) -> [WeightedFact] {
        let isNative = NativeContent.isNative(file.record.content)
        var facts: [WeightedFact] = []
        if isNative {
            let detail = "\(file.record.content), \(file.record.size) bytes"
            facts.append(fact(.fileNative, max(when, .load), detail, Place(path: file.path)))
        }
        let isRun = when == .install && !file.findings.isEmpty && Language.ofPath(file.path) == nil
        if isNative || isRun, let name = DataExtensions.match(file.path) {
            let what = isNative ? file.record.content : "run as code"
            facts.append(fact(.fileExtensionMismatch, when, "\(what), named .\(name)", Place(path: file.path)))
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

/// Extensions of files that no one expects to be programs.
enum DataExtensions {
    private static let names: Set<String> = [
        "txt", "md", "rst", "json", "yml", "yaml", "xml", "html", "css", "svg", "csv", "lock", "map", "toml", "cfg",
        "ini",
        "png", "jpg", "jpeg", "gif", "webp", "ico", "bmp", "wav", "mp3", "ogg", "mp4", "webm", "ttf", "otf", "woff",
        "woff2", "eot", "pdf", "log", "dat", "license", "js", "mjs", "cjs", "ts", "py",
    ]

    /// The extension of a path when it is one of data or of source text.
    static func match(_ path: String) -> String? {
        let name = PathText.name(of: path)
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let suffix = name[name.index(after: dot)...].lowercased()
        return names.contains(suffix) ? suffix : nil
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
