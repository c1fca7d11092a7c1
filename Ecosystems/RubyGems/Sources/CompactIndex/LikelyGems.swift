import SallyportEcosystem

/// Which of a gem's files a resolver is likely to take, and which it would have preferred.
struct LikelyGems {
    let index: GemIndex
    let view: IndexView

    /// How many release lines are looked at, newest first.
    static let linesMax = 6
    /// How many files are named at most.
    static let filesMax = 24
    /// Platforms whose gems are judged ahead, beside those that run anywhere.
    private static let platforms = [
        "x86_64-linux", "x86_64-linux-gnu", "aarch64-linux", "aarch64-linux-gnu", "arm64-darwin", "x86_64-linux-musl",
        "x86_64-darwin",
    ]

    /// The newest visible version of each line, its files for common platforms first; pre-releases only where there is
    /// nothing else.
    func positions() -> [Int] {
        let visible = index.page.entries.indices.filter(view.isVisible)
        let stable = visible.filter { !index.line($0).version.isPrerelease }
        let taken = stable.isEmpty ? visible : stable
        let newest = newestByLine(taken)
        let versions = newest.values.sorted(by: >).prefix(Self.linesMax)
        var byVersion: [GemVersion: [Int]] = [:]
        for position in taken { byVersion[index.line(position).version, default: []].append(position) }
        return Array(versions.flatMap { choice(among: byVersion[$0] ?? []) }.prefix(Self.filesMax))
    }

    /// One file of each withheld version that is newer than all that is visible on its line, newest first.
    func newerWithheld() -> [Int] {
        let entries = index.page.entries
        let visible = entries.indices.filter { view.isVisible($0) }
        let newest = newestByLine(visible.filter { !index.line($0).version.isPrerelease })
        var first: [GemVersion: Int] = [:]
        for position in entries.indices where !view.isVisible(position) {
            let version = index.line(position).version
            guard !version.isPrerelease, first[version] == nil else { continue }
            if let shown = newest[version.line], version <= shown { continue }
            first[version] = position
        }
        return first.sorted { $0.key > $1.key }.map(\.value)
    }

    private func newestByLine(_ positions: [Int]) -> [GemReleaseLine: GemVersion] {
        var newest: [GemReleaseLine: GemVersion] = [:]
        for position in positions {
            let version = index.line(position).version
            if let known = newest[version.line], known >= version { continue }
            newest[version.line] = version
        }
        return newest
    }

    /// The gem that runs anywhere, and those for common platforms, which clients prefer.
    private func choice(among positions: [Int]) -> [Int] {
        var chosen: [Int] = []
        for platform in Self.platforms {
            if let found = positions.first(where: { index.line($0).platform == platform }) { chosen.append(found) }
        }
        if let pure = positions.first(where: { index.line($0).platform == nil }) { chosen.append(pure) }
        return chosen.isEmpty ? Array(positions.prefix(1)) : chosen
    }
}
