import SallyportModel

/// Names that could be taken for others.
enum NameFacts {
    /// Names of the installation that are compared. 20,000.
    static let knownMax = 20_000
    /// Look-alikes of one name that are stated.
    static let statedMax = 2

    /// What the package's own name is close to.
    static func facts(of package: Package, _ surroundings: Surroundings) -> [Fact] {
        guard !isOwned(package.name, surroundings) else { return [] }
        var facts: [Fact] = []
        for own in surroundings.ownNames.prefix(knownMax) {
            guard let likeness = likeness(of: package.name, toOwn: own) else { continue }
            facts.append(SurroundingFacts.fact(.indexNameLookalike, "own: \(likeness.rawValue) of \(own)"))
        }
        for (likeness, name) in lookalikes(of: package.name, KnownForms(package.ecosystem, surroundings)) {
            facts.append(SurroundingFacts.fact(.indexNameLookalike, "\(likeness.rawValue): beside \(name)"))
        }
        return Array(facts.prefix(statedMax))
    }

    /// What the names of dependencies are close to; each detail begins with the dependency's name.
    static func facts(
        ofDependencies names: [String],
        of package: Package,
        _ surroundings: Surroundings
    ) -> [Fact] {
        let known = KnownForms(package.ecosystem, surroundings)
        return names.compactMap { written in
            // `PySocks` and `pysocks` are one project.
            let name = package.ecosystem == .pypi ? PackageURL.pypiNormal(written) : written
            guard !isOwned(name, surroundings) else { return nil }
            // A part of the same project is named after it.
            if let scope = NameForm(name).scope, scope == NameForm(package.name).scope { return nil }
            guard let found = lookalikes(of: name, known).first,
                found.name != package.name
            else { return nil }
            return SurroundingFacts.fact(
                .dependencyLookalike,
                "\(written) \(found.likeness.rawValue): beside \(found.name)"
            )
        }
    }

    /// The widely used names, and those that this installation knows, that a name could be taken for; none for a name
    /// that is one of these itself.
    private static func lookalikes(of name: String, _ known: KnownForms) -> [(likeness: NameLikeness, name: String)] {
        let form = NameForm(name)
        let used = known.used
        guard !used.contains(name), !known.names.contains(name) else { return [] }
        if let scope = form.scope, used.hasScope(scope) { return [] }
        var found: [(NameLikeness, String)] = []
        for other in used.forms {
            if let likeness = NameLikeness.of(form, as: other) { found.append((likeness, other.text)) }
        }
        for other in known.forms {
            // Names that few know are recognised by their letters alone.
            guard let likeness = NameLikeness.of(form, as: other), likeness != .affix else { continue }
            found.append((likeness, other.text))
        }
        if found.isEmpty, let joined = joined(form, used) { found.append((.join, joined)) }
        return found.sorted { ($0.0.rank, $0.1) < ($1.0.rank, $1.1) }
    }

    /// The names that this installation knows, in the forms in which they are compared, made once for all that are compared
    /// with them.
    private struct KnownForms {
        let used: UsedNames
        let names: Set<String>
        let forms: [NameForm]

        init(_ ecosystem: Ecosystem, _ surroundings: Surroundings) {
            let used = UsedNames.of(ecosystem)
            self.used = used
            names = Set(surroundings.knownNames)
            forms = surroundings.knownNames.prefix(knownMax).filter { !used.contains($0) }.map { NameForm($0) }
        }
    }

    /// Two widely used names in one, as nobody names a package who did not make it up.
    private static func joined(_ form: NameForm, _ used: UsedNames) -> String? {
        guard form.scope == nil, form.words.count == 2, form.words[0] != form.words[1],
            form.words.allSatisfy({ $0.utf8.count >= NameLikeness.typoBytesMin && used.contains($0) })
        else { return nil }
        return form.words.joined(separator: " and ")
    }

    private static func likeness(of name: String, toOwn own: String) -> NameLikeness? {
        guard own.hasSuffix("/*") else { return NameLikeness.of(NameForm(name), as: NameForm(own)) }
        let scope = own.dropLast(2).dropFirst(own.hasPrefix("@") ? 1 : 0).lowercased()
        guard !scope.isEmpty else { return nil }
        let form = NameForm(name)
        guard let other = form.scope else {
            // `acme-tools` where `@acme/tools` is meant.
            return form.words.count > 1 && form.words[0] == scope ? .scope : nil
        }
        return other != scope && EditDistance.of(Array(other.utf8), Array(scope.utf8), atMost: 1) == 1
            && scope.utf8.count >= NameLikeness.affixBytesMin ? .typo : nil
    }

    private static func isOwned(_ name: String, _ surroundings: Surroundings) -> Bool {
        surroundings.ownNames.contains { own in
            own == name || own.hasSuffix("/*") && name.hasPrefix(own.dropLast(1))
        }
    }
}

extension NameLikeness {
    /// The most telling first.
    var rank: Int {
        switch self {
        case .homoglyph: 0
        case .separator: 1
        case .scope: 2
        case .typo: 3
        case .affix: 4
        case .join: 5
        }
    }
}
