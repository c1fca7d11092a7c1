import SallyportModel

/// What following references may still cost, for one package: it is shared by all of its hooks, so that many of them
/// cost no more than one.
struct FollowBudget {
    /// References that may still be resolved.
    var references: Int
    /// Paths that may still be compared with a pattern.
    var comparisons: Int
    /// Names that may still be looked for in every folder, because the folder in which a command runs is not known.
    var searches = 4096

    init(_ limits: AnalysisLimits) {
        references = limits.referencesFollowedMax
        comparisons = limits.patternComparisonsMax
    }
}

/// The files that something leads to, in the order in which they were found.
struct Reachable {
    /// A file, read as a language.
    struct Node: Hashable {
        let file: Int
        let language: Language?
    }

    /// The files.
    private(set) var nodes: [Node] = []
    /// How many steps each is away.
    private(set) var distance: [Int: Int] = [:]
    /// Files that a file names, by position; only between files that are both reached.
    private(set) var edges: [Int: Set<Int>] = [:]
    /// Files that are to be read as code and were not yet.
    private(set) var wanted: [Node] = []
    /// References that lead out of the package, or to nothing where something must be.
    private(set) var escaping: [Reference] = []
    /// Whether there were more than are followed.
    private(set) var isTruncated = false

    private var seen: Set<Node> = []

    /// Follows references from a start, breadth first.
    ///
    /// A file waits once, however often it is named, so no more wait than `reachableFilesMax`; beyond that, or when the
    /// budget is spent, ``isTruncated`` says that something was not followed.
    init(
        from references: [Reference],
        in graph: FileGraph,
        files: [PackageFile],
        limits: AnalysisLimits,
        budget: inout FollowBudget
    ) {
        follow(references, from: nil, 0, graph, files, limits, &budget)
        var next = 0
        while next < nodes.count, !isTruncated {
            let node = nodes[next]
            next += 1
            guard let language = node.language else { continue }
            guard let findings = files[node.file].findings[language] else {
                if files[node.file].unread == nil { wanted.append(node) }
                continue
            }
            let steps = (distance[node.file] ?? 0) + 1
            follow(findings.references, from: node, steps, graph, files, limits, &budget)
        }
    }

    private mutating func follow(
        _ references: [Reference],
        from origin: Node?,
        _ steps: Int,
        _ graph: FileGraph,
        _ files: [PackageFile],
        _ limits: AnalysisLimits,
        _ budget: inout FollowBudget
    ) {
        for reference in references {
            budget.references -= 1
            guard budget.references >= 0 else { return isTruncated = true }
            let found = graph.resolve(reference, from: origin.map { files[$0.file].path }, &budget)
            guard budget.comparisons >= 0 else { return isTruncated = true }
            if found.isEmpty, escaping.count < Self.escapingMax, mustExist(reference, origin, graph) {
                escaping.append(reference)
            }
            for file in found {
                if let origin, files[file].language != nil { edges[origin.file, default: []].insert(file) }
                let node = Self.node(file, reference, files)
                guard seen.insert(node).inserted else { continue }
                guard nodes.count < limits.reachableFilesMax else { return isTruncated = true }
                nodes.append(node)
                if distance[file] == nil { distance[file] = steps }
            }
        }
    }

    /// References to nothing that are kept, to be named.
    private static let escapingMax = 64

    /// Whether a reference that was not found hides what runs: it leads out of the package, or gyp would read it.
    private func mustExist(_ reference: Reference, _ origin: Node?, _ graph: FileGraph) -> Bool {
        if reference.language == .gyp { return true }
        guard let origin else { return graph.escapes(reference) }
        return origin.language == .gyp && reference.kind == .module
    }

    /// What a file is read as: what its runner says, what its name says, and a text that is run as it is is shell.
    private static func node(_ file: Int, _ reference: Reference, _ files: [PackageFile]) -> Node {
        let content = files[file].record.content
        guard ContentKind.mayBeSource(content) else { return Node(file: file, language: nil) }
        if files[file].language == .manifest { return Node(file: file, language: .manifest) }
        if reference.kind == .specifier, files[file].path.hasSuffix(".json") { return Node(file: file, language: nil) }
        let isRun = reference.kind == .path || reference.kind == .program
        let language = reference.language ?? files[file].language ?? (isRun ? .shell : nil)
        return Node(file: file, language: language)
    }
}
