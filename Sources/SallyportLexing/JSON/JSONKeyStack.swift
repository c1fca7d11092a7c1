/// The names of the objects that are open, to find two equal ones when an object closes.
///
/// Names are compared by a 64-bit hash, then by their decoded bytes. The order is total and found by sorting, so names
/// that were made to collide cost no more than others.
struct JSONKeyStack {
    private struct Key {
        let hash: UInt64
        let start: UInt32
        let end: UInt32
        let escaped: Bool

        var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// Up to so many names are compared pair by pair, which is faster than sorting.
    private static let pairwiseMax = 12

    private var keys: [Key] = []
    private var starts: [Int] = []

    /// How many names the open objects have together.
    var count: Int { keys.count }

    mutating func open() {
        starts.append(keys.count)
    }

    @inline(__always)
    mutating func append(_ range: Range<Int>, escaped: Bool, in bytes: Span<UInt8>) throws(JSONError) {
        let hash = escaped ? try decodedHash(range, in: bytes) : Self.hash(bytes, range)
        keys.append(
            Key(hash: hash, start: UInt32(range.lowerBound), end: UInt32(range.upperBound), escaped: escaped)
        )
    }

    /// Drops the innermost object's names; throws when two of them are equal.
    @inline(__always)
    mutating func close(in bytes: Span<UInt8>, allowsDuplicates: Bool) throws(JSONError) {
        guard let start = starts.popLast() else { return }
        if !allowsDuplicates {
            if keys.count - start <= Self.pairwiseMax {
                try checkPairs(from: start, in: bytes)
            } else {
                try checkSorted(from: start, in: bytes)
            }
        }
        keys.removeSubrange(start...)
    }

    private func checkPairs(from start: Int, in bytes: Span<UInt8>) throws(JSONError) {
        var later = start + 1
        while later < keys.count {
            let hash = keys[later].hash
            for earlier in start..<later where keys[earlier].hash == hash {
                guard !areEqual(keys[earlier], keys[later], in: bytes) else {
                    throw JSONError(.duplicateKey, at: Int(keys[later].start))
                }
            }
            later += 1
        }
    }

    private mutating func checkSorted(from start: Int, in bytes: Span<UInt8>) throws(JSONError) {
        keys[start...].sort { $0.hash < $1.hash }
        var index = start + 1
        while index < keys.count {
            if keys[index].hash == keys[index - 1].hash {
                try checkRun(from: index - 1, in: bytes)
                while index < keys.count, keys[index].hash == keys[index - 1].hash { index += 1 }
            }
            index += 1
        }
    }

    /// Names of one hash: equal ones, or (made on purpose) different ones, which are put in order by their bytes.
    private func checkRun(from start: Int, in bytes: Span<UInt8>) throws(JSONError) {
        var names: [(bytes: [UInt8], offset: UInt32)] = []
        for key in keys[start...] {
            guard key.hash == keys[start].hash else { break }
            names.append((decoded(key, in: bytes), key.start))
        }
        names.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        for index in names.indices.dropFirst() where names[index].bytes == names[index - 1].bytes {
            throw JSONError(.duplicateKey, at: Int(max(names[index].offset, names[index - 1].offset)))
        }
    }

    private func areEqual(_ left: Key, _ right: Key, in bytes: Span<UInt8>) -> Bool {
        decoded(left, in: bytes) == decoded(right, in: bytes)
    }

    private func decoded(_ key: Key, in bytes: Span<UInt8>) -> [UInt8] {
        JSONText.decodedBytes(bytes, key.range).bytes
    }

    private func decodedHash(_ range: Range<Int>, in bytes: Span<UInt8>) throws(JSONError) -> UInt64 {
        let decoded = JSONText.decodedBytes(bytes, range)
        guard !decoded.hasLoneSurrogate else { throw JSONError(.loneSurrogate, at: range.lowerBound) }
        return Self.hash(decoded.bytes.span, 0..<decoded.bytes.count)
    }

    /// A mixing hash, eight bytes a step; its strength only decides how often names are compared in full.
    @inline(__always)
    private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: range.count) ^ 0x9E37_79B9_7F4A_7C15
        var offset = range.lowerBound
        while offset < range.upperBound {
            let word = Word.pack(bytes, offset, range.upperBound) ^ hash
            let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            hash = product.high ^ product.low
            offset += 8
        }
        return hash
    }
}
