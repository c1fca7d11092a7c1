import SallyportModel

/// Files that other tools run by themselves, and that the earlier release did not have or had with another content.
enum PlantedDelta {
    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let known = Set(planted(previous).map { key($0) })
        return planted(current).filter { !known.contains(key($0)) }.map { fact in
            Fact(code: .deltaPlantedAdded, reach: fact.reach, detail: fact.detail, place: fact.place)
        }
    }

    private static func planted(_ report: Report) -> [Fact] { report.facts.filter { $0.code == .filePlanted } }

    private static func key(_ fact: Fact) -> String { "\(PathKey.comparable(fact.place?.path ?? ""))\n\(fact.detail)" }
}
