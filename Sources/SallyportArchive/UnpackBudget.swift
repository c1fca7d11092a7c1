/// Counts what an archive unpacks to and refuses it as soon as that is more than the limits allow.
struct UnpackBudget {
    private let unpackedMax: Int
    private let ratioMaxBytes: Int
    private(set) var unpacked = 0

    /// A budget for an archive of some bytes; without `isCompressed` the ratio does not count.
    init(limits: ArchiveLimits, archiveBytes: Int, isCompressed: Bool) {
        unpackedMax = limits.unpackedBytesMax
        let (product, overflows) = archiveBytes.multipliedReportingOverflow(by: limits.ratioMax)
        ratioMaxBytes = overflows || !isCompressed ? Int.max : max(product, limits.ratioFloorBytes)
    }

    /// Whether so many bytes, and no others, would stay within the limits.
    func admits(_ bytes: Int) -> Bool {
        bytes <= unpackedMax && bytes <= ratioMaxBytes
    }

    /// Takes bytes from the budget; the place is where they were found.
    mutating func spend(_ bytes: Int, at place: Place) throws(ArchiveError) {
        unpacked = unpacked.addingReportingOverflow(bytes).overflow ? Int.max : unpacked + bytes
        guard unpacked <= unpackedMax else { throw place.error(.unpackedTooLarge) }
        guard unpacked <= ratioMaxBytes else { throw place.error(.ratioExceeded) }
    }
}
