/// Values by key within a total cost; the least recently used go first.
///
/// Eviction takes an eighth at a time, so that its sort is paid once for many insertions.
public struct BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        var value: Value
        var cost: Int
        var lastUse: UInt64
    }

    private var slots: [Key: Slot] = [:]
    private var uses: UInt64 = 0
    /// What all values cost together.
    public private(set) var cost = 0
    /// The bound on ``cost``.
    public let costMax: Int

    /// Makes an empty cache with a bound in the unit that callers use for cost: bytes, or one each.
    public init(costMax: Int) {
        self.costMax = costMax
    }

    /// The number of values.
    public var count: Int { slots.count }

    /// All keys, in no order.
    public var keys: [Key] { Array(slots.keys) }

    /// All values whose key is wanted, in no order; no use of them.
    public func values(where isWanted: (Key) -> Bool) -> [Value] {
        slots.compactMap { isWanted($0.key) ? $0.value.value : nil }
    }

    /// The value of a key, which counts as a use.
    public mutating func value(for key: Key) -> Value? {
        guard let index = slots.index(forKey: key) else { return nil }
        uses += 1
        slots.values[index].lastUse = uses
        return slots.values[index].value
    }

    /// The value of a key, without a use of it.
    public func peek(_ key: Key) -> Value? { slots[key]?.value }

    /// Keeps a value; answers what had to go for it. A value that costs more than the bound is not kept itself.
    @discardableResult
    public mutating func insert(_ value: Value, for key: Key, cost: Int) -> [Value] {
        var gone = removeValue(for: key).map { [$0] } ?? []
        guard cost <= costMax else { return gone + [value] }
        uses += 1
        slots[key] = Slot(value: value, cost: cost, lastUse: uses)
        self.cost += cost
        if self.cost > costMax { gone += evict() }
        return gone
    }

    /// Puts a value of the same cost in the place of the one that is there; no use of it.
    public mutating func replace(_ value: Value, for key: Key) {
        slots[key]?.value = value
    }

    /// Takes a value out.
    @discardableResult
    public mutating func removeValue(for key: Key) -> Value? {
        guard let slot = slots.removeValue(forKey: key) else { return nil }
        cost -= slot.cost
        return slot.value
    }

    private mutating func evict() -> [Value] {
        let target = costMax - costMax / 8
        var gone: [Value] = []
        for (key, slot) in slots.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            // The newest stays even when it alone is above the target.
            guard cost > target, slots.count > 1 else { break }
            slots[key] = nil
            cost -= slot.cost
            gone.append(slot.value)
        }
        return gone
    }
}
