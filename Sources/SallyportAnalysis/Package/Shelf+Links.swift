import SallyportModel

/// Links: what an archive calls by a second name.
extension Shelf {
    /// Adds another name of a file: the same bytes, which are code if this name or their first line says so.
    mutating func add(_ path: String, linkedTo position: Int, limits: AnalysisLimits) {
        let original = files[position]
        let content = original.record.content
        let record = FileRecord(
            path: path,
            size: original.record.size,
            digest: original.record.digest,
            content: content,
            isExecutable: original.record.isExecutable
        )
        let language =
            ContentKind.mayBeSource(content) ? Language.ofPath(path) ?? ContentKind.language(of: content) : nil
        var file = PackageFile(path: path, record: record, language: language)
        file.source = original.source ?? original.path
        file.own = original.own
        file.native = original.native
        file.nativeFailure = original.nativeFailure
        file.tail = original.tail
        if language == nil { file.opaque = original.opaque }
        if let language {
            if record.size > limits.fileBytesMax {
                file.unread = "file-too-large"
            } else if var found = original.findings[language] {
                file.unread = original.unread
                room.bound(&found, of: &file, limits)
                file.findings[language] = found
            }
        }
        add(file)
    }

    /// Makes a file of every symbolic link that leads to one, and of the files below every link that leads to a folder: by
    /// these names they are there once the archive is unpacked.
    mutating func resolveLinks(limits: AnalysisLimits) {
        guard !links.isEmpty else { return }
        let resolver = LinkResolver(self, limits: limits)
        for link in resolver.found { add(link.path, linkedTo: link.position, limits: limits) }
        unresolvedLinks = Set(resolver.unresolved)
        circularLinks = resolver.circular
        hasMoreLinks = resolver.isCut
    }

    /// What is wrong with the links of an archive, for a report.
    var linkFacts: [Fact] {
        var facts = circularLinks.filter { !PackageReach.isTest($0, below: root) }.prefix(1).map { path in
            Fact(code: .fileUnreadable, reach: .load, detail: "circular-link", place: Place(path: path))
        }
        if hasMoreLinks { facts.append(Fact(code: .archiveBudget, reach: .install, detail: "too-many-links")) }
        return facts
    }
}

/// Follows the symbolic links of one archive.
struct LinkResolver {
    /// Links that are followed for one path: as many as systems follow.
    static let stepsMax = 40
    /// Names that are looked up for all links together.
    static let lookupsMax = 4 << 20

    /// Files behind links: the name and the position of what it leads to.
    private(set) var found: [(path: String, position: Int)] = []
    /// Links that lead to nothing.
    private(set) var unresolved: [String] = []
    /// Links to a folder that they lie in: what is below them goes on without an end.
    private(set) var circular: [String] = []
    /// Whether there were more than are followed.
    private(set) var isCut = false

    private let filesMax: Int
    private let links: [String: String]
    private let positions: [String: Int]
    private let paths: [String]
    private var lookups = 0
    private var below = 0

    /// A link under a name, which lies in folders that were reached by links.
    private struct Waiting {
        let link: String
        let name: String
        let folders: [String]
    }

    init(_ shelf: Shelf, limits: AnalysisLimits) {
        filesMax = limits.linkedFilesMax
        links = shelf.links
        positions = shelf.positions
        paths = shelf.files.map(\.path)
        var waiting = links.keys.sorted().reversed().map { Waiting(link: $0, name: $0, folders: []) }
        while let next = waiting.popLast(), !isCut { waiting += follow(next) }
    }

    /// Follows one link; gives those that lie in the folder that it leads to.
    private mutating func follow(_ next: Waiting) -> [Waiting] {
        guard let target = target(of: next.link) else {
            if next.folders.isEmpty { unresolved.append(next.link) }
            return []
        }
        if let position = positions[target] {
            found.append((next.name, position))
            return []
        }
        guard !next.folders.contains(target) else {
            circular.append(next.name)
            return []
        }
        let folder = target.isEmpty ? "" : target + "/"
        spend(paths.count + links.count)
        guard !isCut else { return [] }
        let count = found.count
        for path in paths where path.hasPrefix(folder) {
            guard let position = positions[path] else { continue }
            found.append(("\(next.name)/\(path.dropFirst(folder.count))", position))
        }
        below += found.count - count
        if below > filesMax { isCut = true }
        let inner = links.keys.filter { $0.hasPrefix(folder) }.sorted().map { link in
            Waiting(link: link, name: "\(next.name)/\(link.dropFirst(folder.count))", folders: next.folders + [target])
        }
        if found.count == count, inner.isEmpty, next.folders.isEmpty { unresolved.append(next.link) }
        return inner
    }

    /// The path that a path leads to once no part of it is a link; `nil` when that takes too many steps.
    private mutating func target(of path: String) -> String? {
        var path = path
        for _ in 0...Self.stepsMax {
            guard let next = step(path) else { return path }
            path = next
        }
        return nil
    }

    /// The path with the first link in it replaced by where that leads; `nil` when there is none.
    private mutating func step(_ path: String) -> String? {
        var end = path.startIndex
        while end < path.endIndex {
            let slash = path[end...].utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            spend(1)
            if let target = links[String(path[..<slash])] {
                let rest = path[slash...].drop { $0 == "/" }
                return target.isEmpty || rest.isEmpty ? "\(target)\(rest)" : "\(target)/\(rest)"
            }
            guard slash < path.endIndex else { return nil }
            end = path.utf8.index(after: slash)
        }
        return nil
    }

    private mutating func spend(_ count: Int) {
        lookups += count
        if lookups > Self.lookupsMax { isCut = true }
    }
}
