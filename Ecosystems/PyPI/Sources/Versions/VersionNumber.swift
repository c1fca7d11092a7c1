/// A non-negative whole number of any size, as PEP 440 allows in every numeric place of a version.
///
/// Date-stamped versions go beyond 64 bits; such numbers keep their digits instead.
struct VersionNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The value when it fits in 64 bits, else 0.
    private let small: UInt64
    /// The digits without leading zeros when the value does not fit in 64 bits.
    private let large: String?

    static let zero = VersionNumber(0)

    init(_ value: UInt64) {
        self.init(small: value, large: nil)
    }

    private init(small: UInt64, large: String?) {
        self.small = small
        self.large = large
    }

    /// Reads ASCII digits, at least one; the caller has checked that they are digits.
    init(digits: some Collection<UInt8>) {
        var value: UInt64 = 0
        for digit in digits {
            let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
            guard !overflowed, !carried else {
                let significant = digits.drop { $0 == UInt8(ascii: "0") }
                self.init(small: 0, large: String(decoding: significant, as: UTF8.self))
                return
            }
            value = sum
        }
        self.init(value)
    }

    static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        switch (left.large, right.large) {
        case (nil, nil): return left.small < right.small
        case (nil, _): return true
        case (_, nil): return false
        case (let leftDigits?, let rightDigits?):
            let (leftCount, rightCount) = (leftDigits.utf8.count, rightDigits.utf8.count)
            return leftCount == rightCount ? leftDigits < rightDigits : leftCount < rightCount
        }
    }

    var description: String { large ?? String(small) }
}
