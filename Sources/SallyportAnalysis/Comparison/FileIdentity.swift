import SallyportModel

/// Which file of the earlier release each file of the later one was.
struct FileIdentity {
    /// The file that one was, as far as anybody can tell.
    struct Earlier {
        /// The file.
        let record: FileRecord
        /// What its code did. Of several files that could have been it: what any of them did.
        let traits: UInt64
    }

    private let byPath: [String: FileRecord]
    private let byDigest: [Digest: FileRecord]
    /// Files that the later release does not have, by their path without build marks.
    private let leaving: [String: Earlier]

    init(from previous: Report, to current: Report) {
        byPath = Dictionary(
            previous.files.map { (PathKey.comparable($0.path), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        byDigest = Dictionary(
            previous.files.compactMap { file in file.digest.map { ($0, file) } },
            uniquingKeysWith: { first, other in first.traits >= other.traits ? first : other }
        )
        let staying = Set(current.files.map { PathKey.comparable($0.path) })
        leaving = Dictionary(
            previous.files.filter { !staying.contains(PathKey.comparable($0.path)) }.map {
                (PathKey.withoutBuildMarks($0.path), Earlier(record: $0, traits: $0.traits))
            },
            uniquingKeysWith: { Earlier(record: $0.record, traits: $0.traits | $1.traits) }
        )
    }

    /// The file of the same path, of the same content, or one that went away and had the same path but for hashes and
    /// numbers in it. A new file beside those that stay was none, whatever it is called.
    func earlier(of file: FileRecord) -> Earlier? {
        if let same = byPath[PathKey.comparable(file.path)] ?? file.digest.flatMap({ byDigest[$0] }) {
            return Earlier(record: same, traits: same.traits)
        }
        return leaving[PathKey.withoutBuildMarks(file.path)]
    }
}
