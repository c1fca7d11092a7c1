/// A table of bounded size that forgets what was not used for longest.
struct RecentTable<Key: Hashable, Value> {
    private struct Node {
        let key: Key
        var value: Value?
        var newer: Int
        var older: Int
    }

    private static var none: Int { -1 }

    private let countMax: Int
    private var positions: [Key: Int] = [:]
    private var nodes: [Node] = []
    private var free: [Int] = []
    private var newest = -1
    private var oldest = -1

    /// Makes an empty table for at most `countMax` entries, at least one.
    init(countMax: Int) {
        precondition(countMax > 0, "A table needs room for one entry.")
        self.countMax = countMax
    }

    /// The number of entries.
    var count: Int { positions.count }

    /// The value of a key, which becomes the newest.
    mutating func value(for key: Key) -> Value? {
        guard let position = positions[key] else { return nil }
        unlink(position)
        linkAsNewest(position)
        return nodes[position].value
    }

    /// Enters a value as the newest; the oldest gives way when the table is full.
    ///
    /// Returns the value that is there no more: the key's earlier one, or the oldest.
    @discardableResult
    mutating func enter(_ value: Value, for key: Key) -> Value? {
        if let position = positions[key] {
            let earlier = nodes[position].value
            nodes[position].value = value
            unlink(position)
            linkAsNewest(position)
            return earlier
        }
        let oldest = positions.count == countMax ? removeOldest() : nil
        let node = Node(key: key, value: value, newer: Self.none, older: Self.none)
        let position: Int
        if let reused = free.popLast() {
            position = reused
            nodes[position] = node
        } else {
            position = nodes.count
            nodes.append(node)
        }
        positions[key] = position
        linkAsNewest(position)
        return oldest
    }

    /// Takes out what was not used for longest.
    mutating func removeOldest() -> Value? {
        guard oldest != Self.none else { return nil }
        let node = nodes[oldest]
        remove(node.key)
        return node.value
    }

    /// Takes a key out.
    mutating func remove(_ key: Key) {
        guard let position = positions.removeValue(forKey: key) else { return }
        unlink(position)
        nodes[position].value = nil
        free.append(position)
    }

    /// Takes everything out.
    mutating func removeAll() {
        self = RecentTable(countMax: countMax)
    }

    private mutating func unlink(_ position: Int) {
        let node = nodes[position]
        if node.newer == Self.none { newest = node.older } else { nodes[node.newer].older = node.older }
        if node.older == Self.none { oldest = node.newer } else { nodes[node.older].newer = node.newer }
    }

    private mutating func linkAsNewest(_ position: Int) {
        nodes[position].newer = Self.none
        nodes[position].older = newest
        if newest == Self.none { oldest = position } else { nodes[newest].newer = position }
        newest = position
    }
}
