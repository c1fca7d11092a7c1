import SallyportModel

/// Dependencies that appeared, by their source.
enum DependencyDelta {
    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let isPython = current.kind == PackageKind.wheel.rawValue || current.kind == PackageKind.sdist.rawValue
        func nameKey(_ dependency: Dependency) -> String { self.nameKey(dependency, isPython: isPython) }
        let names = Set(previous.dependencies.map { nameKey($0) })
        let addresses = Set(previous.dependencies.map { addressKey($0) })
        return current.dependencies.compactMap { dependency in
            let detail = Excerpt.detail("\(dependency.name) \(dependency.requirement) (\(dependency.role))")
            switch dependency.source {
            case .url, .git:
                guard !addresses.contains(addressKey(dependency)) else { return nil }
                return Fact(code: .deltaURLDependencyAdded, reach: .install, detail: detail)
            case .registry, .path:
                guard !names.contains(nameKey(dependency)) else { return nil }
                return Fact(code: .deltaDependencyAdded, reach: .load, detail: detail)
            }
        }
    }

    /// A peer that becomes a real dependency is new, since it is installed only now; so is a name behind which another
    /// package or a folder stands than before.
    private static func nameKey(_ dependency: Dependency, isPython: Bool) -> String {
        let name = isPython ? PackageURL.pypiNormal(dependency.target) : dependency.target
        return "\(dependency.role == "peer" ? "peer" : "installed") \(dependency.source.rawValue) \(name)"
    }

    private static func addressKey(_ dependency: Dependency) -> String {
        "\(dependency.source.rawValue) \(dependency.name) \(dependency.requirement)"
    }
}
