import SallyportEcosystem

/// The files that a resolver is most likely to take.
enum LikelyFiles {
    /// How many release lines are looked at, newest first.
    static let linesMax = 6
    /// How many files are named at most.
    static let filesMax = 24

    /// For the newest visible release of each line: a wheel that runs everywhere, else one for each common system, else
    /// the source distribution.
    static func positions(in files: [SimpleFile], view: IndexView) -> [Int] {
        let visible = files.indices.filter { view.isVisible($0) && files[$0].yank == .no }
        let finals = visible.filter { !files[$0].distribution.version.isPrerelease }
        let newest = NewestVersions(of: (finals.isEmpty ? visible : finals).map { files[$0].distribution.version })
        let versions = newest.byLine.values.sorted(by: >).prefix(linesMax)
        let wanted = Set(versions)
        let byVersion = Dictionary(
            grouping: visible.filter { wanted.contains(files[$0].distribution.version) },
            by: { files[$0].distribution.version }
        )
        return Array(versions.flatMap { choice(among: byVersion[$0] ?? [], of: files) }.prefix(filesMax))
    }

    private static func choice(among positions: [Int], of files: [SimpleFile]) -> [Int] {
        var wheels: [(position: Int, tags: WheelTags)] = []
        var source: Int?
        for position in positions {
            switch files[position].distribution.kind {
            case .wheel(let tags): wheels.append((position, tags))
            case .source: source = source ?? position
            }
        }
        if let pure = wheels.first(where: { $0.tags.isPure }) { return [pure.position] }
        var chosen: [Int] = []
        for system in WheelSystem.common {
            let fitting = wheels.filter { $0.tags.systems.contains(system) }
            guard let best = fitting.max(by: { rank($0.tags) < rank($1.tags) }) else { continue }
            if !chosen.contains(best.position) { chosen.append(best.position) }
        }
        return chosen.isEmpty ? (source ?? positions.first).map { [$0] } ?? [] : chosen
    }

    /// The newest CPython first; free-threaded builds (`cp313t`) are rare.
    private static func rank(_ tags: WheelTags) -> Int {
        let isFreeThreaded = tags.abis.contains { $0.hasPrefix("cp") && $0.hasSuffix("t") }
        return (tags.cpythonMinor ?? -1) * 2 + (isFreeThreaded ? 0 : 1)
    }
}
