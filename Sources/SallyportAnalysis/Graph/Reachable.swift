import SallyportModel

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
    /// Files that are to be read as code and were not yet.
    private(set) var wanted: [Node] = []
    /// References of the start that lead out of the package.
    private(set) var escaping: [Reference] = []
    /// Whether there were more than are followed.
    private(set) var isTruncated = false

    /// Follows references from a start, breadth first.
    init(from references: [Reference], in graph: FileGraph, files: [PackageFile], limits: AnalysisLimits) {
        var seen: Set<Node> = []
        var queue: [(node: Node, distance: Int)] = []
        for reference in references {
            let found = graph.resolve(reference, from: nil)
            if found.isEmpty, graph.escapes(reference) { escaping.append(reference) }
            for file in found { queue.append((Self.node(file, reference, files), 0)) }
        }
        var next = 0
        var followed = 0
        while next < queue.count {
            let (node, steps) = queue[next]
            next += 1
            guard seen.insert(node).inserted else { continue }
            guard nodes.count < limits.reachableFilesMax else {
                isTruncated = true
                return
            }
            nodes.append(node)
            if distance[node.file] == nil { distance[node.file] = steps }
            guard let language = node.language else { continue }
            guard let findings = files[node.file].findings[language] else {
                if files[node.file].unread == nil { wanted.append(node) }
                continue
            }
            followed += findings.references.count
            guard followed <= limits.referencesFollowedMax else {
                isTruncated = true
                return
            }
            for reference in findings.references {
                for file in graph.resolve(reference, from: files[node.file].path) {
                    queue.append((Self.node(file, reference, files), steps + 1))
                }
            }
        }
    }

    /// What a file is read as: what its runner says, what its name says, and a text that is run as it is is shell.
    private static func node(_ file: Int, _ reference: Reference, _ files: [PackageFile]) -> Node {
        let content = files[file].record.content
        guard ContentKind.mayBeSource(content) else { return Node(file: file, language: nil) }
        if reference.kind == .specifier, files[file].path.hasSuffix(".json") { return Node(file: file, language: nil) }
        let language = reference.language ?? files[file].language ?? (reference.kind == .path ? .shell : nil)
        return Node(file: file, language: language)
    }
}
