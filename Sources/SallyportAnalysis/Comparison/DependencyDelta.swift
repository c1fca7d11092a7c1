import SallyportModel

/// Dependencies that appeared, by their source.
enum DependencyDelta {
    static func facts(from previous: Report, to current: Report) -> [Fact] {
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

    /// A peer that becomes a real dependency is new: it is installed only now.
    private static func nameKey(_ dependency: Dependency) -> String {
        "\(dependency.role == "peer" ? "peer" : "installed") \(dependency.name)"
    }

    private static func addressKey(_ dependency: Dependency) -> String {
        "\(dependency.source.rawValue) \(dependency.name) \(dependency.requirement)"
    }
}
