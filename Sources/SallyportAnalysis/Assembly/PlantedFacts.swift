import SallyportModel

/// Facts about what a package ships for other tools to run.
///
/// What runs by itself is stated; what a person must start first is stated only where the code that it leads to does what no
/// honest one does.
enum PlantedFacts {
    static func facts(_ reach: PackageReach, _ shelf: Shelf) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        for (planted, files) in reach.planted {
            let hook = planted.hook
            let what = "\(hook.trigger): \(hook.command)"
            if planted.isDeclared { continue }
            if planted.isAutomatic {
                facts.append(fact(.filePlanted, .load, what, hook.place))
                for finding in hook.findings.findings where finding.code.isCapability {
                    let place = hook.place
                    facts.append(WeightedFact(Fact(finding, .install, at: place), finding.weight))
                }
            } else if let chain = InstallEvidence(hook, files, reach, shelf).followed.first {
                let detail = "\(hook.trigger): \(chain.finding.detail)"
                facts.append(fact(.filePlanted, .shipped, detail, chain.place))
            }
        }
        return facts
    }

    private static func fact(_ code: FactCode, _ reach: Reach, _ detail: String, _ place: Place) -> WeightedFact {
        WeightedFact(Fact(code: code, reach: reach, detail: Excerpt.detail(detail), place: place))
    }
}

extension Fact {
    fileprivate init(_ finding: Finding, _ reach: Reach, at place: Place) {
        self.init(code: finding.code, reach: reach, detail: finding.detail, place: place)
    }
}
