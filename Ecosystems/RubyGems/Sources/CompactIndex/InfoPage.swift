import SallyportEcosystem
import SallyportModel

/// A gem's `/info` page, read once: its lines, and where each of them stands in the upstream's bytes.
struct InfoPage: Sendable {
    /// A line that was understood, and its bytes with the line break behind them.
    struct Entry: Sendable {
        let line: InfoLine
        let range: Range<Int>
    }

    /// Behind the line `---`.
    let start: Int
    let entries: [Entry]
    /// What was left out, a sentence each.
    let omissions: [String]

    /// Reads a page.
    ///
    /// It begins with `---`. A line that can't be understood, that stands there twice with different contents, that is another
    /// spelling of a version above it, or whose file would be taken for another gem's, is left out and named; the page itself stays.
    init(_ body: [UInt8], of package: Package, limits: CompactIndexLimits) throws(IndexError) {
        guard body.count <= limits.pageBytesMax else {
            throw IndexError(
                code: "info-too-large",
                description: "The page has more than \(limits.pageBytesMax) bytes."
            )
        }
        guard body.starts(with: [0x2D, 0x2D, 0x2D]), body.count == 3 || body[3] == 0x0A else {
            throw IndexError(code: "info-no-header", offset: 0, description: "The page does not begin with `---`.")
        }
        start = min(4, body.count)
        var reader = InfoReader(package: package, limits: limits)
        var offset = start
        var count = 0
        while offset < body.count {
            count += 1
            guard count <= limits.linesMax else {
                throw IndexError(
                    code: "info-too-many-lines",
                    offset: offset,
                    description: "The page has more than \(limits.linesMax) lines."
                )
            }
            let end = body[offset...].firstIndex(of: 0x0A) ?? body.count
            reader.read(body[offset..<end], through: min(end + 1, body.count))
            offset = end + 1
        }
        (entries, omissions) = reader.finish()
    }
}

extension InfoPage {
    /// Whether a line of a page does not say when its version was published, without reading it.
    static func lacksTimes(_ body: Span<UInt8>) -> Bool {
        let word = Array("created_at:".utf8)
        var matched = 0
        var isStated = true
        var isEmpty = true
        for index in body.indices {
            let byte = body[index]
            if byte == 0x0A {
                if !isStated { return true }
                (matched, isStated, isEmpty) = (0, true, true)
                continue
            }
            // The line `---` is none.
            if isEmpty, byte != 0x2D { (isStated, isEmpty) = (false, false) }
            guard !isStated else { continue }
            matched = byte == word[matched] ? matched + 1 : byte == word[0] ? 1 : 0
            if matched == word.count { (matched, isStated) = (0, true) }
        }
        return !isStated
    }
}

/// Collects the lines of a page.
private struct InfoReader {
    let package: Package
    let limits: CompactIndexLimits
    private let isNameAmbiguous: Bool

    private var entries: [InfoPage.Entry?] = []
    private var positions: [String: Int] = [:]
    /// How each version and platform was first spelled.
    private var spellings: [Spelling: String] = [:]
    private var omissions: [String] = []
    private var omitted = 0

    /// What clients take for one version: `1.0`, `1.0.0` and `1.00`.
    private struct Spelling: Hashable {
        let version: GemVersion
        let platform: String?
    }

    init(package: Package, limits: CompactIndexLimits) {
        self.package = package
        self.limits = limits
        isNameAmbiguous = GemFilename.isAmbiguous(package.name)
    }

    mutating func read(_ bytes: ArraySlice<UInt8>, through end: Int) {
        guard bytes.count <= limits.lineBytesMax, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return omit(bytes, "holds more than printable ASCII, or too much of it")
        }
        let line: InfoLine
        do {
            line = try InfoLine(String(decoding: bytes, as: UTF8.self))
        } catch {
            return omit(bytes, error.why)
        }
        let filename = GemFilename.of(package.name, line.version.description, platform: line.platform)
        guard isReadBack(filename, line),
            Release(package, line.version.description).flatMap({ Artifact($0, filename: filename) }) != nil
        else { return omit(bytes, "has a file name that means another gem") }
        // A decision on one of them must not leave the other, and pages grow at their end: the first one stands.
        let version = line.version.description
        let first = spellings[Spelling(version: line.version, platform: line.platform)] ?? version
        guard first == version else { return omit(bytes, "is another spelling of \(first)") }
        spellings[Spelling(version: line.version, platform: line.platform)] = version
        let entry = InfoPage.Entry(line: line, range: bytes.startIndex..<end)
        guard let known = positions[filename] else {
            positions[filename] = entries.count
            entries.append(entry)
            return
        }
        // The same line once more says nothing else.
        if let first = entries[known], first.line == line { return }
        // No client knows which of two is meant; the first could be one that the second hides.
        entries[known] = nil
        omit(bytes, "is listed twice")
    }

    /// Whether a file's name leads back to this gem: it can be read in several ways only where a dash and a digit stand
    /// in the name or in the platform.
    private func isReadBack(_ filename: String, _ line: InfoLine) -> Bool {
        guard isNameAmbiguous || line.platform.map({ GemFilename.isAmbiguous($0) }) ?? false else { return true }
        guard let read = GemFilename(filename) else { return false }
        return read.name == package.name && read.version.description == line.version.description
    }

    mutating func finish() -> ([InfoPage.Entry], [String]) {
        if omitted > omissions.count { omissions.append("\(omitted - omissions.count) more lines were left out.") }
        return (entries.compactMap { $0 }, omissions)
    }

    private mutating func omit(_ bytes: ArraySlice<UInt8>, _ why: String) {
        omitted += 1
        guard omissions.count < limits.omissionsMax else { return }
        let label = String(decoding: bytes.prefix { $0 != 0x20 }, as: UTF8.self)
        omissions.append("`\(Refusal.printable(label, bytesMax: 80))` \(why).")
    }
}
