import SallyportModel

/// Growth out of proportion: of the whole package, or of one file of text.
enum SizeDelta {
    /// The whole package must grow by this factor, and by ``packageBytesMin``.
    static let packageFactor = 3
    /// Bytes by which a package must grow.
    static let packageBytesMin = 512 << 10
    /// One file must grow by this factor, and by ``fileBytesMin``.
    static let fileFactor = 8
    /// Bytes by which one file must grow.
    static let fileBytesMin = 256 << 10
    /// Bytes of a new file that count as a jump.
    static let newFileBytesMin = 1 << 20
    /// Files that are told, the largest first, so that a harmless large file hides no other.
    static let filesMax = 8

    static func facts(from previous: Report, to current: Report) -> [Fact] {
        var facts: [Fact] = []
        let before = previous.unpackedBytes
        if current.unpackedBytes - before >= packageBytesMin, current.unpackedBytes / packageFactor >= before {
            let detail = "package grew from \(before) to \(current.unpackedBytes) bytes"
            facts.append(Fact(code: .deltaSizeJump, reach: .shipped, detail: detail))
        }
        for (file, size) in jumps(from: previous, to: current) {
            let detail = "file grew from \(size) to \(file.size) bytes"
            facts.append(Fact(code: .deltaSizeJump, reach: .shipped, detail: detail, place: Place(path: file.path)))
        }
        if let emptied = emptied(from: previous, to: current) { facts.append(emptied) }
        return facts
    }

    /// Bytes of code that a package must have had before it can be emptied.
    static let codeBytesMin = 8 << 10
    /// Bytes of code that a package must have had where nothing at all is left of it.
    static let codeBytesGoneMin = 512
    /// Bytes of code that an emptied package may have left.
    static let codeBytesLeftMax = 2 << 10

    private static func emptied(from previous: Report, to current: Report) -> Fact? {
        let (before, after) = (codeBytes(of: previous), codeBytes(of: current))
        let isGone = after == 0 && before >= codeBytesGoneMin
        guard isGone || before >= codeBytesMin && after <= codeBytesLeftMax && after <= before / 20 else { return nil }
        let detail = "\(after) of \(before) bytes of code are left"
        return Fact(code: .deltaEmptied, reach: .load, detail: detail)
    }

    private static func codeBytes(of report: Report) -> Int {
        report.files.reduce(0) { sum, file in
            guard let language = Language.ofPath(file.path), language != .manifest, language != .gyp else { return sum }
            return sum + file.size
        }
    }

    private static func jumps(from previous: Report, to current: Report) -> [(file: FileRecord, before: Int)] {
        let identity = FileIdentity(from: previous, to: current)
        let jumps = current.files.compactMap { file -> (file: FileRecord, before: Int)? in
            guard Language.ofPath(file.path) != nil else { return nil }
            guard let before = identity.earlier(of: file)?.record.size else {
                return file.size >= newFileBytesMin ? (file, 0) : nil
            }
            guard file.size - before >= fileBytesMin, file.size / fileFactor >= before else { return nil }
            return (file, before)
        }
        let largest = jumps.sorted { left, right in
            let (first, second) = (left.file.size - left.before, right.file.size - right.before)
            return first == second ? left.file.path < right.file.path : first > second
        }
        return Array(largest.prefix(filesMax))
    }
}
