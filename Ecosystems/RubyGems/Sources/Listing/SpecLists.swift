import SallyportModel

/// The lists that older clients read, made of the list of all gems: so every one of them shows the same.
struct SpecLists {
    /// Which versions a list holds.
    enum Kind {
        /// All but pre-releases.
        case released
        /// Of each gem and platform the newest that is no pre-release.
        case latest
        /// Pre-releases.
        case prerelease
    }

    /// A gem, and its versions with platforms behind dashes.
    private let gems: [(name: String, versions: [String])]

    init(_ listing: VersionsListing) {
        var versions: [String: [String]] = [:]
        let body = listing.text.body
        var offset = listing.text.start
        while offset < body.count, let line = VersionsTable.line(body.span, at: offset) {
            let name = String(decoding: body[line.name], as: UTF8.self)
            VersionsFold.apply(body[line.versions], to: &versions[name, default: []])
            offset = line.end
        }
        for (name, said) in listing.said {
            let withheld = Set(said.withheld)
            versions[name]?.removeAll { withheld.contains($0) }
        }
        for name in listing.owned { versions[name] = nil }
        gems = versions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// `/names`: a line a gem.
    func names() -> [UInt8] {
        var text = Array("---\n".utf8)
        for gem in gems {
            text += Array(gem.name.utf8)
            text.append(0x0A)
        }
        return text
    }

    /// `specs.4.8` and its like: an array of name, `Gem::Version` and platform.
    func marshalled(_ kind: Kind) -> [UInt8] {
        var entries: [(name: String, version: String, platform: String)] = []
        for gem in gems {
            for release in Self.chosen(gem.versions, kind) {
                entries.append((gem.name, release.version.description, release.platform))
            }
        }
        var writer = MarshalWriter()
        writer.beginArray(entries.count)
        for entry in entries {
            writer.beginArray(3)
            writer.string(entry.name)
            writer.version(entry.version)
            writer.string(entry.platform)
        }
        return writer.bytes
    }

    private typealias Listed = (version: GemVersion, platform: String)

    private static func chosen(_ labels: [String], _ kind: Kind) -> [Listed] {
        let all = labels.compactMap { label -> Listed? in
            let parts = label.split(separator: "-", maxSplits: 1)
            guard let first = parts.first, let version = GemVersion(String(first)) else { return nil }
            return (version, parts.count > 1 ? String(parts[1]) : GemPlatform.ruby)
        }
        switch kind {
        case .released: return all.filter { !$0.version.isPrerelease }
        case .prerelease: return all.filter(\.version.isPrerelease)
        case .latest:
            var newest: [String: GemVersion] = [:]
            for listed in all where !listed.version.isPrerelease {
                if let known = newest[listed.platform], known >= listed.version { continue }
                newest[listed.platform] = listed.version
            }
            return newest.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
        }
    }
}

/// Lists of versions as clients read them: one after the other, a dash before one that is taken back.
enum VersionsFold {
    static func apply(_ bytes: ArraySlice<UInt8>, to versions: inout [String]) {
        for part in bytes.split(separator: UInt8(ascii: ",")) {
            if part.first == UInt8(ascii: "-") {
                let gone = String(decoding: part.dropFirst(), as: UTF8.self)
                versions.removeAll { $0 == gone }
            } else {
                versions.append(String(decoding: part, as: UTF8.self))
            }
        }
    }
}
