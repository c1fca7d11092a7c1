/// The order of PEP 440: epoch, release without trailing zeros, then what stands before and after the release.
extension PythonVersion {
    /// Equal when neither is older: `1.0` is `1.0.0`.
    public static func == (left: PythonVersion, right: PythonVersion) -> Bool {
        left.epoch == right.epoch
            && left.significantRelease == right.significantRelease
            && left.prerelease == right.prerelease
            && left.post == right.post
            && left.development == right.development
            && left.local == right.local
    }

    /// Agrees with equality.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(epoch)
        hasher.combine(significantRelease)
        hasher.combine(prerelease)
        hasher.combine(post)
        hasher.combine(development)
        hasher.combine(local)
    }

    /// Older first.
    public static func < (left: PythonVersion, right: PythonVersion) -> Bool {
        if left.epoch != right.epoch { return left.epoch < right.epoch }
        if let isLess = Self.differ(left.significantRelease, right.significantRelease) { return isLess }
        if left.rank != right.rank { return left.rank < right.rank }
        return Self.isLocal(left.local, lessThan: right.local)
    }

    private var significantRelease: ArraySlice<VersionNumber> {
        var end = release.count
        while end > 0, release[end - 1] == .zero { end -= 1 }
        return release[..<end]
    }

    /// What decides between versions of the same release numbers.
    private struct Rank: Equatable, Comparable {
        /// A development release alone comes first, a plain release after its candidates.
        let phase: Int
        let phaseNumber: VersionNumber
        let hasPost: Int
        let post: VersionNumber
        let isFinal: Int
        let development: VersionNumber

        static func < (left: Rank, right: Rank) -> Bool {
            (left.phase, left.phaseNumber, left.hasPost, left.post, left.isFinal, left.development)
                < (right.phase, right.phaseNumber, right.hasPost, right.post, right.isFinal, right.development)
        }
    }

    private var rank: Rank {
        let isBareDevelopment = prerelease == nil && post == nil && development != nil
        return Rank(
            phase: prerelease?.phase.rawValue ?? (isBareDevelopment ? -1 : 3),
            phaseNumber: prerelease?.number ?? .zero,
            hasPost: post == nil ? 0 : 1,
            post: post ?? .zero,
            isFinal: development == nil ? 1 : 0,
            development: development ?? .zero
        )
    }

    /// Whether the left is less, or `nil` when they are equal; a prefix is less than what continues it.
    private static func differ(_ left: ArraySlice<VersionNumber>, _ right: ArraySlice<VersionNumber>) -> Bool? {
        for (one, other) in zip(left, right) where one != other { return one < other }
        return left.count == right.count ? nil : left.count < right.count
    }

    private static func isLocal(_ left: [LocalPart], lessThan right: [LocalPart]) -> Bool {
        for (one, other) in zip(left, right) where one != other {
            switch (one, other) {
            case (.word(let leftWord), .word(let rightWord)): return leftWord < rightWord
            case (.number(let leftNumber), .number(let rightNumber)): return leftNumber < rightNumber
            case (.word, .number): return true
            case (.number, .word): return false
            }
        }
        return left.count < right.count
    }
}
