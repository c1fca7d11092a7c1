import SallyportLexing
import SallyportModel

/// `npm-shrinkwrap.json`: npm takes the dependencies of a published package from where this file says.
enum NPMShrinkwrap {
    /// Entries of one file that are read.
    private static let entriesMax = 20_000
    /// Dependencies that are stated.
    private static let statedMax = 64

    /// States each dependency that comes from elsewhere than most of them do, or from where no registry has it.
    static func read(_ shelf: Shelf, into statement: inout PackageStatement) {
        guard let bytes = shelf.manifests[statement.root + "npm-shrinkwrap.json"],
            let root = try? JSONValue.parse(bytes.span, limits: .manifest)
        else { return }
        let entries = entries(of: root)
        var hosts: [String: Int] = [:]
        for entry in entries {
            if let host = HostName.of(Array(entry.address.utf8)) { hosts[host, default: 0] += 1 }
        }
        // Without a majority none is the usual one; a registry writes the name of the package into the path.
        let usual = hosts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        var stated = 0
        for entry in entries where stated < statedMax {
            let host = HostName.of(Array(entry.address.utf8))
            let isPlain =
                entry.address.hasPrefix("http") && host == usual && host.map { !HostName.isAddress($0) } == true
                && entry.address.contains("/\(entry.package)/-/")
            guard !isPlain else { continue }
            stated += 1
            statement.dependencies.append(
                Dependency(
                    name: entry.package,
                    requirement: entry.address,
                    role: "shrinkwrap",
                    source: NPMRequirement.source(of: entry.address) == .git ? .git : .url
                )
            )
        }
    }

    /// The packages of a lock file and where each comes from, of both of its forms.
    private static func entries(of root: JSONValue) -> [(package: String, address: String)] {
        var entries: [(package: String, address: String)] = []
        for member in (root["packages"]?.object ?? []).prefix(entriesMax) {
            guard let address = member.value["resolved"]?.string, member.value["link"]?.bool != true else { continue }
            let folder = member.key.split(separator: "/", omittingEmptySubsequences: true)
            let mark = folder.lastIndex(of: "node_modules").map { $0 + 1 } ?? 0
            let name = member.value["name"]?.string ?? folder[mark...].joined(separator: "/")
            entries.append((name, address))
        }
        var waiting = root["packages"] == nil ? root["dependencies"]?.object ?? [] : []
        while let member = waiting.popLast(), entries.count < entriesMax {
            waiting += member.value["dependencies"]?.object ?? []
            if let address = member.value["resolved"]?.string { entries.append((member.key, address)) }
        }
        return entries
    }
}
