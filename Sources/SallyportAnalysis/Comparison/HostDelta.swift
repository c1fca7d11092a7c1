import SallyportModel

/// Hosts that code names which runs, and that the earlier release did not name.
enum HostDelta {
    /// Facts that are listed.
    static let factsMax = 64

    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let known = Set(previous.hosts.map(\.host))
        let installed = Set(current.hooks.flatMap(\.files))
        return current.hosts.lazy.filter { !known.contains($0.host) }.prefix(factsMax).map { host in
            Fact(
                code: .deltaHostAdded,
                reach: installed.contains(host.path) ? .install : .load,
                detail: Excerpt.detail(HostName.isAddress(host.host) ? "address \(host.host)" : host.host),
                place: Place(path: host.path, line: host.line)
            )
        }
    }
}
