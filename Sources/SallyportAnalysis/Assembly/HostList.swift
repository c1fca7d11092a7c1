import SallyportModel

/// The hosts that code of a package names which runs.
enum HostList {
    /// Hosts of one report.
    static let hostsMax = 256

    /// Each host once, at the first place that names it: what runs at installation before what runs on import.
    static func hosts(_ shelf: Shelf, _ reach: PackageReach, limits: AnalysisLimits) -> [NamedHost] {
        var hosts: [String: NamedHost] = [:]
        for when in [Reach.install, .load] {
            for (position, file) in shelf.files.enumerated() where reach.reach(of: position) == when {
                for found in file.ownFindings?.hosts ?? [] where hosts.count < hostsMax && hosts[found.host] == nil {
                    hosts[found.host] = NamedHost(host: found.host, path: file.path, line: found.line)
                }
            }
        }
        return hosts.values.sorted { $0.host < $1.host }
    }
}
