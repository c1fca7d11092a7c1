import SallyportModel

/// Chains: what code that runs together does together.
///
/// Two sources. Values that were followed inside one file (`FlowReader`) or one command make a chain by themselves. At
/// installation, reading a credential and reaching the network count together even where no value was followed, over all
/// files that only the installation runs (`PackageReach.isPrivate`): honest installers have no use for a credential. The
/// package's own code, which a hook may import to read a version from, counts with the network alone: a library reads
/// credentials because its users ask it to. A chain in a function of it that nothing calls then is one of the import.
enum ChainFacts {
    static func facts(_ reach: PackageReach, _ shelf: Shelf) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        var covered: Set<Int> = []
        var asleep: [Int: [Finding]] = [:]
        for (hook, files) in reach.started {
            let evidence = InstallEvidence(hook, files, reach, shelf)
            facts += evidence.followed.map { fact($0, .install) }
            covered.formUnion(evidence.followedFiles)
            asleep.merge(evidence.asleep) { $0 + $1 }
            if let joined = ExfiltrationChain.fact(evidence) { facts.append(joined) }
            facts += JoinedChains.facts(evidence, startedBy: hook)
            facts += BundledPrograms.facts(files, shelf)
            facts += LinkedChains.facts(files, shelf, .install)
        }
        facts += LinkedChains.facts(reach.load, shelf, .load)
        for (position, file) in shelf.files.enumerated() {
            let when = min(reach.reach(of: position), .load)
            guard when == .load else { continue }
            let isCovered = covered.contains(position)
            for finding in file.ownFindings?.findings ?? [] where finding.code.isChain && finding.weight == .flow {
                // An installation is asked for what it does; an import is not.
                let isUnasked = finding.code == .chainUnasked
                let isAsleep = asleep[position]?.contains(finding) ?? false
                guard isUnasked ? reach.loaded.contains(position) : !isCovered || isAsleep else { continue }
                facts.append(fact(Evidence(finding, file.path), when))
            }
        }
        return facts
    }

    private static func fact(_ evidence: Evidence, _ reach: Reach) -> WeightedFact {
        let finding = evidence.finding
        return WeightedFact(
            Fact(
                code: finding.code,
                reach: reach,
                detail: finding.detail,
                place: evidence.place,
                steps: evidence.steps
            ),
            finding.weight
        )
    }
}

/// One finding and the file that it is in.
struct Evidence {
    let finding: Finding
    let place: Place

    init(_ finding: Finding, _ path: String) {
        self.finding = finding
        place = Place(path: path, line: finding.line, excerpt: finding.excerpt)
    }

    init(_ finding: Finding, at place: Place) {
        self.finding = finding
        self.place = place
    }

    /// What happens one after the other, at least the finding itself.
    var steps: [Step] {
        guard !finding.steps.isEmpty else { return [step] }
        return finding.steps.map { Step($0.what, at: Place(path: place.path, line: $0.line, excerpt: $0.excerpt)) }
    }

    /// The finding as one step.
    var step: Step { Step(finding.detail, at: place) }

    /// The finding with its place, short enough to stand beside another one.
    var summary: String {
        let line = place.line.map { ":\($0)" } ?? ""
        return "\(finding.detail.prefix(60)) (\(place.path.suffix(50))\(line))"
    }
}

/// What the code that one hook runs says.
struct InstallEvidence {
    /// Findings of the hook's command and of the files that only the installation runs.
    let own: [Evidence]
    /// Findings of the package's own code that the hook imports.
    let imported: [Evidence]
    /// Chains that were followed already.
    let followed: [Evidence]
    /// Files whose chains are in ``followed``.
    let followedFiles: Set<Int>
    /// Chains of these files in functions that nothing calls.
    let asleep: [Int: [Finding]]

    init(_ hook: DeclaredHook, _ files: Reachable, _ reach: PackageReach, _ shelf: Shelf) {
        var own = hook.findings.findings.map { Evidence($0, at: hook.place) }
        var imported: [Evidence] = []
        var followed = own.filter { $0.finding.code.isChain }
        var covered: Set<Int> = []
        var asleep: [Int: [Finding]] = [:]
        for node in files.nodes {
            guard let language = node.language, let found = shelf.files[node.file].findings[language] else { continue }
            let all = found.findings.map { Evidence($0, shelf.files[node.file].path) }
            let isPrivate = reach.isPrivate(node.file, of: files, startedBy: hook)
            if isPrivate { own += all } else { imported += all }
            // A library may hold anything; what was followed from end to end in a module that the build imports counts.
            let chains = all.filter { evidence in
                evidence.finding.code.isChain && evidence.finding.code != .chainUnasked
                    && (isPrivate || evidence.finding.weight == .flow)
            }
            covered.insert(node.file)
            if isPrivate {
                followed += chains
                continue
            }
            let maySleep = chains.contains { $0.finding.wakers != nil }
            let named = maySleep ? Self.names(by: files, of: node.file, shelf) : nil
            for evidence in chains {
                if evidence.finding.sleeps(unless: named) || evidence.finding.isServed {
                    asleep[node.file, default: []].append(evidence.finding)
                } else {
                    followed.append(evidence)
                }
            }
        }
        self.own = own
        self.imported = imported
        self.followed = followed
        followedFiles = covered
        self.asleep = asleep
    }

    /// What the sources name that lead to a file; `nil` where they may name anything, or the hook itself leads to it.
    private static func names(by files: Reachable, of file: Int, _ shelf: Shelf) -> Set<UInt32>? {
        guard files.distance[file] != 0 else { return nil }
        var names: Set<UInt32> = []
        for (other, targets) in files.edges where other != file && targets.contains(file) {
            for (_, findings) in shelf.files[other].findings {
                guard let named = findings.names else { return nil }
                names.formUnion(named)
            }
        }
        return names
    }
}

extension Finding {
    /// Whether it happens when a request comes: requests come to a server, and nothing serves because it is imported.
    fileprivate var isServed: Bool { code == .chainBackdoor && detail.hasSuffix(RequestNames.brought) }

    /// Whether nothing calls the function around it, where these names are all that is named of its module.
    fileprivate func sleeps(unless named: Set<UInt32>?) -> Bool {
        guard let wakers, let named else { return false }
        return named.isDisjoint(with: wakers)
    }
}
