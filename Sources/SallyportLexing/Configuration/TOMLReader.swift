/// Reads the lines of a TOML text into a tree.
struct TOMLReader {
    private(set) var tree = TOMLTree()
    private let limits: TOMLLimits
    private var scanner = TOMLScanner()
    /// The table that the last header opened.
    private var current = TOMLTree.root
    /// The arrays and inline tables that are open in the present value.
    private var open: [Int] = []

    init(limits: TOMLLimits) {
        self.limits = limits
    }

    mutating func read(_ bytes: Span<UInt8>) throws(TOMLError) {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { scanner.offset = 3 }
        while true {
            try scanner.skipBlankLines(bytes)
            guard let byte = scanner.peek(bytes) else { return }
            if byte == UInt8(ascii: "[") {
                try header(bytes)
            } else {
                try keyValue(in: current, bytes)
                try finishValue(bytes)
            }
            try scanner.endLine(bytes)
        }
    }

    // MARK: Headers

    private mutating func header(_ bytes: Span<UInt8>) throws(TOMLError) {
        let start = scanner.offset
        scanner.offset += 1
        let isArray = scanner.peek(bytes) == UInt8(ascii: "[")
        if isArray { scanner.offset += 1 }
        let path = try scanner.keyPath(bytes, partsMax: limits.depthMax)
        try scanner.expect(UInt8(ascii: "]"), bytes)
        if isArray { try scanner.expect(UInt8(ascii: "]"), bytes) }
        var table = TOMLTree.root
        for key in path.dropLast() { table = try descend(from: table, key, at: start) }
        guard let last = path.last else { return }
        current = isArray ? try appendTable(to: table, last, at: start) : try openTable(in: table, last, at: start)
    }

    /// The table under a key of a header's path, made when it is missing; the last one of an array of tables.
    private mutating func descend(from table: Int, _ key: String, at offset: Int) throws(TOMLError) -> Int {
        guard let child = tree.child(of: table, key) else {
            return try addTable(.implicit, to: table, key, at: offset)
        }
        switch tree.nodes[child] {
        case .table(let origin, _, _) where origin != .inline: return child
        case .array(let elements, ofTables: true): return elements.last ?? child
        default: throw TOMLError(.redefinition, at: offset)
        }
    }

    private mutating func openTable(in table: Int, _ key: String, at offset: Int) throws(TOMLError) -> Int {
        guard let child = tree.child(of: table, key) else {
            return try addTable(.header, to: table, key, at: offset)
        }
        guard case .table(.implicit, _, _) = tree.nodes[child] else { throw TOMLError(.redefinition, at: offset) }
        tree.setOrigin(.header, of: child)
        return child
    }

    private mutating func appendTable(to table: Int, _ key: String, at offset: Int) throws(TOMLError) -> Int {
        let array: Int
        if let child = tree.child(of: table, key) {
            guard case .array(_, ofTables: true) = tree.nodes[child] else { throw TOMLError(.redefinition, at: offset) }
            array = child
        } else {
            array = try add(.array([], ofTables: true), depth: tree.depths[table] + 1, at: offset)
            tree.insert(array, into: table, key: key)
        }
        let element = try add(.table(.header, keys: [], members: [:]), depth: tree.depths[array] + 1, at: offset)
        tree.append(element, toArray: array)
        return element
    }

    private mutating func addTable(
        _ origin: TOMLTree.Origin,
        to table: Int,
        _ key: String,
        at offset: Int
    ) throws(TOMLError) -> Int {
        let child = try add(.table(origin, keys: [], members: [:]), depth: tree.depths[table] + 1, at: offset)
        tree.insert(child, into: table, key: key)
        return child
    }

    private mutating func add(_ node: TOMLTree.Node, depth: Int, at offset: Int) throws(TOMLError) -> Int {
        guard depth <= limits.depthMax else { throw TOMLError(.tooDeep, at: offset) }
        guard tree.nodes.count <= limits.valuesMax else { throw TOMLError(.tooManyValues, at: offset) }
        return tree.add(node, depth: depth)
    }

    // MARK: Keys and values

    /// `key = ` and the beginning of its value; containers that it opens are left in `open`.
    private mutating func keyValue(in table: Int, _ bytes: Span<UInt8>) throws(TOMLError) {
        let start = scanner.offset
        let path = try scanner.keyPath(bytes, partsMax: limits.depthMax)
        try scanner.expect(UInt8(ascii: "="), bytes)
        var target = table
        for key in path.dropLast() {
            guard let child = tree.child(of: target, key) else {
                target = try addTable(.dotted, to: target, key, at: start)
                continue
            }
            // A dotted key adds to what dotted keys made, never to a table with a header of its own.
            switch tree.nodes[child] {
            case .table(.dotted, _, _), .table(.implicit, _, _): target = child
            default: throw TOMLError(.redefinition, at: start)
            }
        }
        guard let last = path.last else { return }
        guard tree.child(of: target, last) == nil else { throw TOMLError(.redefinition, at: start) }
        let value = try beginValue(depth: tree.depths[target] + 1, bytes)
        tree.insert(value, into: target, key: last)
    }

    /// Reads a scalar, or opens a container; gives its node.
    private mutating func beginValue(depth: Int, _ bytes: Span<UInt8>) throws(TOMLError) -> Int {
        scanner.skipBlanks(bytes)
        let start = scanner.offset
        guard let byte = scanner.peek(bytes) else { throw TOMLError(.unexpectedEnd, at: start) }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            scanner.offset += 1
            let isArray = byte == UInt8(ascii: "[")
            let node = try add(
                isArray ? .array([], ofTables: false) : .table(.dotted, keys: [], members: [:]),
                depth: depth,
                at: start
            )
            open.append(node)
            return node
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return try add(.value(.string(try scanner.string(bytes, allowsMultiline: true))), depth: depth, at: start)
        default:
            return try add(.value(try scanner.literal(bytes)), depth: depth, at: start)
        }
    }

    /// Reads on until all containers of the present value are closed.
    private mutating func finishValue(_ bytes: Span<UInt8>) throws(TOMLError) {
        var isFirst = true
        while let container = open.last {
            if case .array = tree.nodes[container] {
                isFirst = try arrayStep(container, isFirst: isFirst, bytes)
            } else {
                isFirst = try inlineTableStep(container, isFirst: isFirst, bytes)
            }
        }
    }

    /// One element or the end of an array; true when a container was opened that has nothing in it yet.
    private mutating func arrayStep(_ array: Int, isFirst: Bool, _ bytes: Span<UInt8>) throws(TOMLError) -> Bool {
        try scanner.skipBlankLines(bytes)
        if !isFirst, scanner.peek(bytes) == UInt8(ascii: ",") {
            scanner.offset += 1
            try scanner.skipBlankLines(bytes)
        } else if !isFirst, scanner.peek(bytes) != UInt8(ascii: "]") {
            throw scanner.unexpected(bytes)
        }
        if scanner.peek(bytes) == UInt8(ascii: "]") {
            scanner.offset += 1
            open.removeLast()
            return false
        }
        let depth = open.count
        let element = try beginValue(depth: tree.depths[array] + 1, bytes)
        tree.append(element, toArray: array)
        return open.count > depth
    }

    /// One member or the end of an inline table, which stands on one line and has no comma before its brace.
    private mutating func inlineTableStep(
        _ table: Int,
        isFirst: Bool,
        _ bytes: Span<UInt8>
    ) throws(TOMLError) -> Bool {
        scanner.skipBlanks(bytes)
        if scanner.peek(bytes) == UInt8(ascii: "}") {
            scanner.offset += 1
            tree.setOrigin(.inline, of: table)
            open.removeLast()
            return false
        }
        if !isFirst {
            try scanner.expect(UInt8(ascii: ","), bytes)
            scanner.skipBlanks(bytes)
        }
        let depth = open.count
        try keyValue(in: table, bytes)
        return open.count > depth
    }
}
