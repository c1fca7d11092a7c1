/// A TOML 1.0 document, read strictly enough that whoever reads it otherwise refuses it: `pyproject.toml` decides what runs
/// when a source distribution is built.
///
/// Tables, arrays of tables, dotted keys, all strings, arrays, inline tables and booleans are read by the specification;
/// numbers, dates and times are kept as written and only their characters are checked. A key that is defined twice is an error.
public struct TOMLDocument: Sendable {
    private let tree: TOMLTree

    /// Reads a whole text. Linear but for the lookups of keys; no recursion.
    public init(_ bytes: Span<UInt8>, limits: TOMLLimits = TOMLLimits()) throws(TOMLError) {
        guard bytes.count <= limits.bytesMax else { throw TOMLError(.tooLarge, at: limits.bytesMax) }
        if let invalid = UTF8Reading.firstInvalid(in: bytes) { throw TOMLError(.badText, at: invalid) }
        var reader = TOMLReader(limits: limits)
        try reader.read(bytes)
        tree = reader.tree
    }

    /// The value under a path of keys; the whole document for an empty path. Where the path meets an array of tables, nil.
    public func value(_ path: [String]) -> TOMLValue? {
        var node = TOMLTree.root
        for key in path {
            guard let child = tree.child(of: node, key) else { return nil }
            node = child
        }
        return tree.value(of: node)
    }

    /// The value under a path of keys.
    public subscript(_ path: String...) -> TOMLValue? { value(path) }
}

/// The nodes of a document while it is read and afterwards: tables find their members by key, whatever defined them.
struct TOMLTree: Sendable {
    /// How a table came to be, which decides who may still add to it.
    enum Origin {
        case implicit, header, dotted, inline
    }

    enum Node {
        case table(Origin, keys: [String], members: [String: Int])
        case array([Int], ofTables: Bool)
        case value(TOMLValue)
    }

    static let root = 0

    private(set) var nodes: [Node] = [.table(.header, keys: [], members: [:])]
    private(set) var depths: [Int] = [0]

    func child(of table: Int, _ key: String) -> Int? {
        guard case .table(_, _, let members) = nodes[table] else { return nil }
        return members[key]
    }

    mutating func add(_ node: Node, depth: Int) -> Int {
        nodes.append(node)
        depths.append(depth)
        return nodes.count - 1
    }

    mutating func insert(_ child: Int, into table: Int, key: String) {
        guard case .table(let origin, var keys, var members) = nodes[table] else { return }
        // The node is emptied first, so that its storage is not copied.
        nodes[table] = .array([], ofTables: false)
        keys.append(key)
        members[key] = child
        nodes[table] = .table(origin, keys: keys, members: members)
    }

    mutating func append(_ child: Int, toArray array: Int) {
        guard case .array(var elements, let ofTables) = nodes[array] else { return }
        nodes[array] = .array([], ofTables: ofTables)
        elements.append(child)
        nodes[array] = .array(elements, ofTables: ofTables)
    }

    mutating func setOrigin(_ origin: Origin, of table: Int) {
        guard case .table(_, let keys, let members) = nodes[table] else { return }
        nodes[table] = .table(origin, keys: keys, members: members)
    }

    /// Recursion here is bounded by `TOMLLimits.depthMax`, which every node was checked against.
    func value(of node: Int) -> TOMLValue {
        switch nodes[node] {
        case .value(let value): value
        case .array(let elements, _): .array(elements.map { value(of: $0) })
        case .table(_, let keys, let members):
            .table(keys.compactMap { key in members[key].map { TOMLMember(key: key, value: value(of: $0)) } })
        }
    }
}
