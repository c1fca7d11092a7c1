import SallyportModel

/// The hosts that code of a package names which runs.
enum HostList {
    /// Hosts of one report.
    static let hostsMax = 1_024
    /// Files for which a host is listed: whoever names it first in a harmless file hides no other.
    static let filesMax = 4

    /// Each host at the first places that name it: what runs at installation before what runs on import.
    static func hosts(_ shelf: Shelf, _ reach: PackageReach, limits: AnalysisLimits) -> [NamedHost] {
        var named: [String: [NamedHost]] = [:]
        for when in [Reach.install, .load] {
            for (position, file) in shelf.files.enumerated() where reach.reach(of: position) == when {
                for found in file.ownFindings?.hosts ?? [] where named.count < hostsMax || named[found.host] != nil {
                    guard named[found.host, default: []].count < filesMax else { continue }
                    let place = NamedHost(host: found.host, path: file.path, line: found.line)
                    named[found.host, default: []].append(place)
                }
            }
        }
        return named.values.joined().sorted { ($0.host, $0.path, $0.line) < ($1.host, $1.path, $1.line) }
    }
}
