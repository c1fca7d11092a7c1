/// Letters by which two words differ: one more, one less, another, or two neighbours exchanged.
enum EditDistance {
    /// The distance, or any number above `limit` when it is larger. Time is the product of the lengths.
    static func of(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            var least = row + 1
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
                least = min(least, cost)
            }
            guard least <= limit else { return limit + 1 }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
