import SallyportModel

/// Chains that the code of one hook makes together, where no single value was followed from one end to the other.
enum JoinedChains {
    static func facts(_ evidence: InstallEvidence, startedBy hook: DeclaredHook) -> [WeightedFact] {
        let network = ExfiltrationChain.strongest(evidence.own) { $0.code == .capabilityNetwork && $0.weight > .means }
        var facts: [WeightedFact] = []
        if let network, let machine = strongest(evidence, .capabilitySystemInformation, .use) {
            facts.append(fact(.chainSystemInformation, [machine, network]))
        }
        if let network, let start = unstated(evidence) {
            facts.append(fact(.hookUnreadable, [network, start]))
        }
        if let persistence = strongest(evidence, .capabilityPersistence, .use) {
            facts.append(fact(.chainPlant, [persistence]))
        }
        if let publication = strongest(evidence, .capabilityPublication, .use) {
            let secret = ExfiltrationChain.strongest(evidence.own) { ExfiltrationChain.isSecret($0) }
            // Half of all `setup.py` have a shortcut by which their author publishes, and many projects a script beside it
            // which no build is known to run; neither brings a secret along.
            let isShortcut = hook.trigger == "setup.py" || hook.trigger == "build" && hook.isImplied
            let other =
                secret ?? (isShortcut ? nil : network ?? strongest(evidence, .capabilityProcess, .use) ?? publication)
            if let other { facts.append(fact(.chainPropagation, [other, publication])) }
        }
        return facts
    }

    /// Code of a hook that reaches the network and starts what its text does not say: what it runs may be what it got,
    /// by a way that is not followed. Its text is all that an installation can be judged by.
    private static func unstated(_ evidence: InstallEvidence) -> Evidence? {
        ExfiltrationChain.strongest(evidence.own) {
            $0.code == .capabilityProcess && $0.detail.hasPrefix(UnstatedProgram.starting)
        }
    }

    private static func strongest(_ evidence: InstallEvidence, _ code: FactCode, _ weight: Weight) -> Evidence? {
        ExfiltrationChain.strongest(evidence.own) { $0.code == code && $0.weight >= weight }
    }

    private static func fact(_ code: FactCode, _ evidence: [Evidence]) -> WeightedFact {
        let detail = Excerpt.detail(evidence.map(\.summary).joined(separator: ", "))
        let place = evidence.first?.place
        return WeightedFact(
            Fact(code: code, reach: .install, detail: detail, place: place, steps: evidence.map(\.step)),
            .flow
        )
    }
}

/// Programs and libraries inside the package that the installation starts or loads.
enum BundledPrograms {
    static func facts(_ files: Reachable, _ shelf: Shelf) -> [WeightedFact] {
        files.nodes.compactMap { node in
            let file = shelf.files[node.file]
            guard node.language == nil, NativeContent.isNative(file.record.content) else { return nil }
            let detail = Excerpt.detail("installation starts or loads \(file.path) (\(file.record.content))")
            let place = Place(path: file.path)
            return WeightedFact(Fact(code: .capabilityNativeLoading, reach: .install, detail: detail, place: place))
        }
    }
}
