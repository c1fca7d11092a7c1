import SallyportModel

/// Which file of an earlier release a file was.
struct FileIdentity {
    private let byPath: [String: FileRecord]
    private let byMarks: [String: FileRecord]
    private let byDigest: [Digest: FileRecord]

    init(_ previous: Report) {
        byPath = Self.index(previous.files) { PathKey.comparable($0.path) }
        byMarks = Self.index(previous.files) { PathKey.withoutBuildMarks($0.path) }
        byDigest = Dictionary(
            previous.files.compactMap { file in file.digest.map { ($0, file) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The file of the same path, of the same path but for hashes and numbers in it, or of the same content.
    func earlier(of file: FileRecord) -> FileRecord? {
        if let same = byPath[PathKey.comparable(file.path)] { return same }
        if let digest = file.digest, let moved = byDigest[digest] { return moved }
        return byMarks[PathKey.withoutBuildMarks(file.path)]
    }

    private static func index(_ files: [FileRecord], _ key: (FileRecord) -> String) -> [String: FileRecord] {
        Dictionary(files.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
