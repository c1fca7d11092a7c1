import SallyportModel

/// Growth out of proportion: of the whole package, or of one file of text.
enum SizeDelta {
    /// The whole package must grow by this factor, and by ``packageBytesMin``.
    static let packageFactor = 3
    /// Bytes by which a package must grow.
    static let packageBytesMin = 512 << 10
    /// One file must grow by this factor, and by ``fileBytesMin``; a new file of that size counts as well.
    static let fileFactor = 8
    /// Bytes by which one file must grow.
    static let fileBytesMin = 256 << 10

    static func facts(from previous: Report, to current: Report) -> [Fact] {
        var facts: [Fact] = []
        let before = previous.unpackedBytes
        if current.unpackedBytes - before >= packageBytesMin, current.unpackedBytes / packageFactor >= before {
            let detail = "package grew from \(before) to \(current.unpackedBytes) bytes"
            facts.append(Fact(code: .deltaSizeJump, reach: .shipped, detail: detail))
        }
        if let (file, size) = largestJump(from: previous, to: current) {
            let detail = "file grew from \(size) to \(file.size) bytes"
            facts.append(Fact(code: .deltaSizeJump, reach: .shipped, detail: detail, place: Place(path: file.path)))
        }
        if let emptied = emptied(from: previous, to: current) { facts.append(emptied) }
        return facts
    }

    /// Bytes of code that a package must have had before it can be emptied.
    static let codeBytesMin = 8 << 10
    /// Bytes of code that an emptied package may have left.
    static let codeBytesLeftMax = 2 << 10

    private static func emptied(from previous: Report, to current: Report) -> Fact? {
        let (before, after) = (codeBytes(of: previous), codeBytes(of: current))
        guard before >= codeBytesMin, after <= codeBytesLeftMax, after <= before / 20 else { return nil }
        let detail = "\(after) of \(before) bytes of code are left"
        return Fact(code: .deltaEmptied, reach: .load, detail: detail)
    }

    private static func codeBytes(of report: Report) -> Int {
        report.files.reduce(0) { sum, file in
            guard let language = Language.ofPath(file.path), language != .manifest, language != .gyp else { return sum }
            return sum + file.size
        }
    }

    private static func largestJump(from previous: Report, to current: Report) -> (FileRecord, Int)? {
        let sizes = Dictionary(
            previous.files.map { (PathKey.comparable($0.path), $0.size) },
            uniquingKeysWith: { first, _ in first }
        )
        var largest: (file: FileRecord, before: Int)?
        for file in current.files where Language.ofPath(file.path) != nil {
            guard let before = sizes[PathKey.comparable(file.path)] else { continue }
            guard file.size - before >= fileBytesMin, file.size / fileFactor >= before else { continue }
            if let kept = largest, kept.file.size - kept.before >= file.size - before { continue }
            largest = (file, before)
        }
        return largest.map { ($0.file, $0.before) }
    }
}
