import SallyportModel

/// Facts about what a manifest says: against the registry's claim, and about dependencies from elsewhere.
enum ManifestFacts {
    static func facts(
        _ artifact: InspectedArtifact,
        _ statement: PackageStatement,
        _ dependencies: [Dependency]
    ) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        if let expected = artifact.expected, let manifest = statement.manifest {
            let isExact = statement.kind == .npm || statement.kind == .gem
            let agrees = isExact ? expected == manifest : PyPIIdentity.agree(expected, manifest)
            if !agrees {
                let detail =
                    "\(manifest.name) \(manifest.version) where \(expected.name) \(expected.version) was asked for"
                let fact = Fact(code: .manifestMismatch, reach: .install, detail: Excerpt.detail(detail))
                facts.append(WeightedFact(fact))
            }
        }
        // A gem's platform is what it says inside: another one is installed as another file of the release.
        if artifact.expected != nil, let filename = statement.filename, filename != artifact.filename,
            artifact.expected == statement.manifest
        {
            let detail = Excerpt.detail("\(filename) where \(artifact.filename) was asked for")
            facts.append(WeightedFact(Fact(code: .manifestMismatch, reach: .install, detail: detail)))
        }
        for dependency in dependencies where dependency.source == .url || dependency.source == .git {
            let code: FactCode = dependency.source == .url ? .dependencyURL : .dependencyGit
            let detail = Excerpt.detail("\(dependency.name) \(dependency.requirement)")
            facts.append(WeightedFact(Fact(code: code, reach: .install, detail: detail)))
        }
        return facts
    }
}

/// Names and versions of PyPI, as far as two spellings of one are to be told from two.
enum PyPIIdentity {
    /// Whether both name the same release (PEP 503 for the name, the spellings that PEP 440 normalises for the version).
    static func agree(_ left: Manifest, _ right: Manifest) -> Bool {
        name(left.name) == name(right.name) && version(left.version) == version(right.version)
    }

    private static func name(_ text: String) -> [Substring] {
        text.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }
    }

    private static func version(_ text: String) -> [String] {
        var parts: [String] = []
        var isNumber = false
        for character in text.trimmed.lowercased() {
            guard character.isLetter || character.isNumber || character == "+" || character == "!" else {
                parts.append("")
                continue
            }
            if parts.isEmpty || parts.last == "" || character.isNumber != isNumber {
                if parts.last == "" { parts.removeLast() }
                parts.append("")
            }
            isNumber = character.isNumber
            parts[parts.count - 1].append(character)
        }
        if parts.first == "v" { parts.removeFirst() }
        let words = ["alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc", "rev": "post", "r": "post"]
        var normal = parts.filter { !$0.isEmpty }.map { part in
            if let word = words[part] { return word }
            let digits = part.drop { $0 == "0" }
            return part.allSatisfy { $0.isNumber } ? (digits.isEmpty ? "0" : String(digits)) : part
        }
        while normal.count > 1, normal.last == "0" { normal.removeLast() }
        return normal
    }
}
