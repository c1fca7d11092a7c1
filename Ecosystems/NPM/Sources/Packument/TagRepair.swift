import SallyportEcosystem

/// Moves the tags whose version is not visible.
///
/// A stable tag falls back to the newest visible stable release of its line (same major; same minor below 1.0) that
/// is not above it: a publisher who moved `latest` back from a bad release meant that. When there is none, to the
/// newest of the line at all; when the line is gone, to the highest below it. A pre-release tag stays on its channel
/// (`beta`, `next`) and never rises. A tag with nothing left is dropped. Only `latest`, when it was a pre-release and
/// its channel is gone, may become the highest stable release below it: it is what everyone installs.
struct TagRepair {
    /// A tag by its position in the layout, and the artifact that it points at now.
    struct Target: Equatable {
        let tag: Int
        let position: Int
        let isMoved: Bool
    }

    private let index: PackumentIndex
    private let view: IndexView

    init(index: PackumentIndex, view: IndexView) {
        self.index = index
        self.view = view
    }

    /// The tags that remain, in the document's order.
    func repaired() -> [Target] {
        var fallback: TagFallback?
        var targets: [Target] = []
        for (number, tag) in index.layout.tags.enumerated() {
            let position = index.positionOf[tag.target]
            if let position, view.isVisible(position) {
                targets.append(Target(tag: number, position: position, isMoved: false))
                continue
            }
            guard let version = position.map({ index.versions[$0] }) ?? SemanticVersion(tag.target, .loose) else {
                continue
            }
            let candidates = fallback ?? TagFallback(index: index, view: view)
            fallback = candidates
            if let position = candidates.position(for: version, isLatest: tag.name == "latest") {
                targets.append(Target(tag: number, position: position, isMoved: true))
            }
        }
        return targets
    }
}

/// The visible versions, highest first, made only when a tag has to move.
private struct TagFallback {
    private let versions: [SemanticVersion]
    private var stable: [Int] = []
    private var channels: [String: [Int]] = [:]

    init(index: PackumentIndex, view: IndexView) {
        versions = index.versions
        for position in index.descending where view.isVisible(position) {
            if let channel = versions[position].channel {
                channels[channel, default: []].append(position)
            } else {
                stable.append(position)
            }
        }
    }

    func position(for version: SemanticVersion, isLatest: Bool) -> Int? {
        let below = highest(stable, notAbove: version)
        guard let channel = version.channel else {
            if let below, versions[below].line == version.line { return below }
            return newest(onLineOf: version) ?? below
        }
        return highest(channels[channel] ?? [], notAbove: version) ?? (isLatest ? below : nil)
    }

    private func highest(_ positions: [Int], notAbove version: SemanticVersion) -> Int? {
        let start = firstIndex(positions) { versions[$0] <= version }
        return start < positions.count ? positions[start] : nil
    }

    private func newest(onLineOf version: SemanticVersion) -> Int? {
        let start = firstIndex(stable) { versions[$0].line <= version.line }
        guard start < stable.count, versions[stable[start]].line == version.line else { return nil }
        return stable[start]
    }

    /// Where a condition begins to hold that holds for all that follow; found by halving.
    private func firstIndex(_ positions: [Int], where condition: (Int) -> Bool) -> Int {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if condition(positions[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
