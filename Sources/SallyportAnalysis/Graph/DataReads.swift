import SallyportModel

/// Which files that are no code are named by code that runs.
struct DataReads {
    /// The files, by position, with the positions of the sources that name them.
    private(set) var reads: [Int: [Int]] = [:]

    /// Names that are looked for in one package.
    static let namesMax = 65_536
    /// Files of one name of which any may be meant.
    private static let sameNameMax = 8
    /// Sources that are kept for one file.
    private static let sourcesMax = 16

    init(_ sources: [Int], _ shelf: Shelf, root: String) {
        var byName: [String: [Int]] = [:]
        for (position, file) in shelf.files.enumerated() where file.language == nil {
            byName[PathText.name(of: file.path), default: []].append(position)
        }
        var budget = Self.namesMax
        for source in sources {
            for (_, findings) in shelf.files[source].findings {
                for name in findings.dataNames {
                    budget -= 1
                    guard budget >= 0 else { return }
                    for file in Self.files(name, from: shelf.files[source].path, shelf, root, byName)
                    where file != source {
                        guard reads[file, default: []].count < Self.sourcesMax else { continue }
                        reads[file, default: []].append(source)
                    }
                }
            }
        }
    }

    /// Beside the source, from the package's folder, or anywhere: paths are put together of pieces.
    private static func files(
        _ name: String,
        from path: String,
        _ shelf: Shelf,
        _ root: String,
        _ byName: [String: [Int]]
    ) -> [Int] {
        for folder in [PathText.folder(of: path), root] {
            guard let resolved = PathText.resolve(name, in: folder), let position = shelf.position(of: resolved) else {
                continue
            }
            return shelf.files[position].language == nil ? [position] : []
        }
        let found = byName[PathText.name(of: name)] ?? []
        return found.count <= sameNameMax ? found : []
    }
}
