import SallyportModel

/// Which admitted file a new one is compared with.
enum Predecessor {
    /// The admitted file of the same kind with the nearest tags, among those the newest below on the same line.
    ///
    /// Nearest tags come before newest version: a wheel for another system differs in every binary, and would hide
    /// what changed. Another file of the same version is no predecessor.
    static func of(_ artifact: Artifact, among admitted: [Artifact]) -> Artifact? {
        guard let new = try? Distribution(filename: artifact.filename, of: artifact.release.package) else { return nil }
        let candidates = admitted.compactMap { candidate -> Candidate? in
            guard candidate.release.package == artifact.release.package,
                let old = try? Distribution(filename: candidate.filename, of: candidate.release.package),
                old.version < new.version, old.version.line == new.version.line,
                let affinity = affinity(of: old.kind, to: new.kind)
            else { return nil }
            return Candidate(artifact: candidate, version: old.version, affinity: affinity)
        }
        return candidates.max { left, right in
            if left.affinity != right.affinity { return left.affinity < right.affinity }
            if left.version != right.version { return left.version < right.version }
            // The file name decides between equals, so that the order of the list has no say.
            return left.artifact.filename > right.artifact.filename
        }?.artifact
    }

    private struct Candidate {
        let artifact: Artifact
        let version: PythonVersion
        let affinity: Int
    }

    private static func affinity(of old: Distribution.Kind, to new: Distribution.Kind) -> Int? {
        switch (old, new) {
        case (.source, .source): 0
        case (.wheel(let oldTags), .wheel(let newTags)): affinity(of: oldTags, to: newTags)
        case (.source, .wheel), (.wheel, .source): nil
        }
    }

    private static func affinity(of old: WheelTags, to new: WheelTags) -> Int {
        if old == new { return 3 }
        let (oldSystems, newSystems) = (Set(old.systems), Set(new.systems))
        if !oldSystems.isDisjoint(with: newSystems) { return 2 }
        return Set(oldSystems.map(\.family)).isDisjoint(with: newSystems.map(\.family)) ? 0 : 1
    }
}
