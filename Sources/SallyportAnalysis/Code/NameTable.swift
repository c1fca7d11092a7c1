/// What the names of one source stand for, by the low bits of their hash.
///
/// The keys are hashes already, so that a key's place is taken from the key. Whoever writes a source can choose names that
/// crowd one place: what finds no room within a few steps goes into a dictionary, and nothing takes longer than there.
struct NameTable<Value> {
    private var keys: [UInt32] = []
    private var values: [Value?] = []
    private var crowded: [UInt32: Value] = [:]
    private var used = 0
    /// How many names stand for something.
    private(set) var count = 0

    /// Steps from the place of a key within which it stands, or in the dictionary.
    private static var stepsMax: Int { 16 }

    /// What a name stands for.
    subscript(name: UInt32) -> Value? {
        @inline(__always)
        get {
            guard count > 0 else { return nil }
            if let slot = slot(of: name) { return values[slot] }
            return crowded.isEmpty ? nil : crowded[name]
        }
        set {
            if let slot = slot(of: name) {
                count += (newValue == nil ? 0 : 1) - (values[slot] == nil ? 0 : 1)
                values[slot] = newValue
            } else if let newValue {
                insert(name, newValue)
            } else if crowded.removeValue(forKey: name) != nil {
                count -= 1
            }
        }
    }

    /// Forgets all names. A small table keeps its memory: emptying a large one costs more than making one anew.
    mutating func removeAll() {
        if used > 0, keys.count <= Self.keptMax {
            for index in keys.indices { keys[index] = 0 }
            for index in values.indices { values[index] = nil }
        } else if used > 0 {
            keys = []
            values = []
        }
        if !crowded.isEmpty { crowded.removeAll() }
        used = 0
        count = 0
    }

    /// Slots that are emptied rather than given back.
    private static var keptMax: Int { 512 }

    /// A key of 0 marks an empty slot: the name of that hash goes into the dictionary.
    @inline(__always)
    private func slot(of name: UInt32) -> Int? {
        let mask = keys.count - 1
        guard mask > 0, name != 0 else { return nil }
        var slot = Int(name) & mask
        for _ in 0..<Self.stepsMax {
            if keys[slot] == name { return slot }
            if keys[slot] == 0 { return nil }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ name: UInt32, _ value: Value) {
        if used * 2 >= keys.count { grow() }
        if place(name, value) || crowded.updateValue(value, forKey: name) == nil { count += 1 }
    }

    /// Puts a name that is not there into a slot; false when there is none near its place.
    private mutating func place(_ name: UInt32, _ value: Value) -> Bool {
        let mask = keys.count - 1
        guard name != 0, crowded.isEmpty || crowded[name] == nil else { return false }
        var slot = Int(name) & mask
        for _ in 0..<Self.stepsMax {
            if keys[slot] == 0 {
                keys[slot] = name
                values[slot] = value
                used += 1
                return true
            }
            slot = (slot + 1) & mask
        }
        return false
    }

    /// Makes room, without the names that stand for nothing any more.
    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        // Where most names are gone, their slots are room enough.
        let size = max(64, count * 4 < keys.count ? keys.count : keys.count * 2)
        keys = [UInt32](repeating: 0, count: size)
        values = [Value?](repeating: nil, count: size)
        used = 0
        for (index, name) in oldKeys.enumerated() where name != 0 {
            guard let value = oldValues[index] else { continue }
            if !place(name, value) { crowded[name] = value }
        }
    }
}
