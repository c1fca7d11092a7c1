import SallyportModel

/// What a release installs that the one before did not.
enum AddedDependencies {
    /// Days since its first release below which a package is young.
    static let youngDays: Int64 = 14

    /// Names, sorted: against the earlier report, else against what the index says of the releases before. Where neither
    /// says anything, all of them.
    static func names(of report: Report, previous: Report?, _ history: ReleaseHistory) -> [String] {
        let now = Set(report.dependencies.filter(isInstalled).map(\.target))
        if let previous {
            return now.subtracting(previous.dependencies.filter(isInstalled).map(\.target)).sorted()
        }
        if let before = history.model.lazy.compactMap(\.statement.dependencies).first {
            return now.subtracting(before).sorted()
        }
        return now.sorted()
    }

    private static func isInstalled(_ dependency: Dependency) -> Bool {
        dependency.source == .registry && (dependency.role == "runtime" || dependency.role == "optional")
    }

    /// One fact for each package that stands behind the name of another one, and is named after it.
    static func aliasFacts(of report: Report, _ names: [String]) -> [Fact] {
        let added = Set(names)
        return report.dependencies.filter { added.contains($0.target) && $0.target != $0.name }.compactMap {
            dependency in
            let target = dependency.target.split(separator: "/").last ?? ""
            let name = dependency.name.split(separator: "/").last ?? ""
            guard target.utf8.count > name.utf8.count, name.utf8.count >= 3, target.contains(name) else { return nil }
            let detail = "\(dependency.target) stands behind the name \(dependency.name)"
            return SurroundingFacts.fact(.dependencyLookalike, detail)
        }
    }

    /// One fact for each that was young when this release appeared.
    static func youngFacts(_ names: [String], _ surroundings: Surroundings) -> [Fact] {
        guard let at = surroundings.release.publishedAt else { return [] }
        return names.compactMap { name in
            guard let first = surroundings.dependencies[name] else { return nil }
            let age = at.seconds(since: first)
            guard age < youngDays * 86_400 else { return nil }
            let words = age < 0 ? "later than this release" : "\(age / 86_400) days before"
            return SurroundingFacts.fact(.indexNewDependencyYoung, "\(name) first appeared \(words)")
        }
    }
}
