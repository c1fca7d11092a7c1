import SallyportModel

/// Which admitted gem a new one is compared with.
enum GemPredecessor {
    /// The admitted gem of the nearest platform, among those the newest below on the same line.
    ///
    /// The platform comes first: a gem for another system differs in every binary, and one without binaries in what is
    /// built at the installation. A stable version is compared with a stable one where there is one.
    static func of(_ artifact: Artifact, among admitted: [Artifact]) -> Artifact? {
        guard let new = Candidate(artifact) else { return nil }
        let candidates = admitted.compactMap { known -> Candidate? in
            guard known.release.package == artifact.release.package, let old = Candidate(known),
                old.version < new.version, old.version.line == new.version.line
            else { return nil }
            return old
        }
        return candidates.max { $0.rank(beside: new) < $1.rank(beside: new) }?.artifact
    }

    private struct Candidate {
        let artifact: Artifact
        let version: GemVersion
        let platform: String?

        init?(_ artifact: Artifact) {
            guard let version = GemVersion(artifact.release.version), let name = GemFilename(artifact.filename) else {
                return nil
            }
            self.artifact = artifact
            self.version = version
            platform = name.platform
        }

        func rank(beside new: Candidate) -> Rank {
            let isSameKind = (platform == nil) == (new.platform == nil)
            return Rank(
                affinity: platform == new.platform ? 2 : isSameKind ? 1 : 0,
                isOfItsChannel: version.isPrerelease == new.version.isPrerelease || new.version.isPrerelease,
                version: version,
                filename: artifact.filename
            )
        }
    }

    private struct Rank: Comparable {
        let affinity: Int
        let isOfItsChannel: Bool
        let version: GemVersion
        let filename: String

        static func < (left: Rank, right: Rank) -> Bool {
            if left.affinity != right.affinity { return left.affinity < right.affinity }
            if left.isOfItsChannel != right.isOfItsChannel { return right.isOfItsChannel }
            if left.version != right.version { return left.version < right.version }
            // The file name decides between equals, so that the order of the list has no say.
            return left.filename > right.filename
        }
    }
}
