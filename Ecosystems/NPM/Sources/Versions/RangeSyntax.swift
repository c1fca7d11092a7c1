/// Takes a range apart in the steps that node-semver documents: hyphen ranges, then carets, tildes, x-ranges and stars
/// become plain comparators, and those are read.
struct RangeSyntax {
    let loose: Bool
    let includesPrereleases: Bool

    /// The comparators of each alternative, simplified; `nil` when the text is no range.
    func alternatives(of text: String) -> [[Comparator]]? {
        let collapsed = text.utf8.split(whereSeparator: VersionScanner.isSpace).map(Array.init)
        let raw = Array(collapsed.joined(separator: [UInt8(ascii: " ")]))
        var sets: [[Comparator]] = []
        for alternative in Self.split(raw) {
            guard let comparators = comparators(of: alternative) else { return nil }
            if !comparators.isEmpty { sets.append(comparators) }
        }
        guard let first = sets.first else { return nil }
        let satisfiable = sets.filter { $0.first?.isEmptySet != true }
        if satisfiable.isEmpty { return [first] }
        return satisfiable.first { $0 == [.any] }.map { [$0] } ?? satisfiable
    }

    private static func split(_ raw: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "|"), index + 1 < raw.count, raw[index + 1] == UInt8(ascii: "|") {
                parts.append([])
                index += 2
            } else {
                parts[parts.count - 1].append(raw[index])
                index += 1
            }
        }
        return parts.map { trimmed($0[...]) }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var slice = bytes
        while let first = slice.first, VersionScanner.isSpace(first) { slice.removeFirst() }
        while let last = slice.last, VersionScanner.isSpace(last) { slice.removeLast() }
        return Array(slice)
    }

    /// The comparators of one alternative; `nil` when one of them is none and the reading is strict.
    private func comparators(of alternative: [UInt8]) -> [Comparator]? {
        let plain = hyphenRange(alternative) ?? alternative
        let joined = RangeSpacing.joinOperators(plain)
        var words: [String] = []
        for word in joined.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
            let expanded = expand(Array(word))
            words += expanded.isEmpty ? [""] : expanded
        }
        // Spaces are read once more after the expansion: what became empty is seen at the two ends only.
        let ends = [words.first, words.last].contains("")
        words.removeAll(where: \.isEmpty)
        if ends { words.insert("", at: 0) }
        var comparators: [Comparator] = []
        for word in words {
            guard let comparator = comparator(word) else {
                if loose, !isWellFormed(word) { continue }
                return nil
            }
            if !comparators.contains(comparator) { comparators.append(comparator) }
        }
        if let empty = comparators.first(where: \.isEmptySet) { return [empty] }
        if comparators.count > 1 { comparators.removeAll { $0 == .any } }
        return comparators
    }

    /// `1.2 - 1.4` as two comparators; `nil` for anything else.
    private func hyphenRange(_ text: [UInt8]) -> [UInt8]? {
        let dash = Array(" - ".utf8)
        guard text.count >= 5, let middle = (1..<(text.count - 3)).first(where: { Array(text[$0..<($0 + 3)]) == dash })
        else { return nil }
        guard let from = PartialVersion(text[..<middle], loose: loose),
            let to = PartialVersion(text[(middle + 3)...], loose: loose)
        else { return nil }
        return Array("\(lowerBound(from)) \(upperBound(to))".utf8)
    }

    private func lowerBound(_ from: PartialVersion) -> String {
        let zero = includesPrereleases ? "-0" : ""
        guard let major = from.major else { return "" }
        guard let minor = from.minor else { return ">=\(major).0.0\(zero)" }
        guard from.patch != nil else { return ">=\(major).\(minor).0\(zero)" }
        return ">=\(from.text)\(from.prerelease == nil ? zero : "")"
    }

    private func upperBound(_ to: PartialVersion) -> String {
        guard let major = to.major else { return "" }
        guard let minor = to.minor else { return "<\(major.successor).0.0-0" }
        guard let patch = to.patch else { return "<\(major).\(minor.successor).0-0" }
        if let prerelease = to.prerelease { return "<=\(major).\(minor).\(patch)-\(prerelease)" }
        return includesPrereleases ? "<\(major).\(minor).\(patch.successor)-0" : "<=\(to.text)"
    }

    /// One word as plain comparators; empty for a word that takes everything.
    private func expand(_ word: [UInt8]) -> [String] {
        if word.first == UInt8(ascii: "^"), let version = PartialVersion(word[1...], loose: loose) {
            return caret(version)
        }
        if word.first == UInt8(ascii: "~") {
            let start = word.count > 1 && word[1] == UInt8(ascii: ">") ? 2 : 1
            if let version = PartialVersion(word[start...], loose: loose) { return tilde(version) }
        }
        let operatorEnd = RangeSpacing.operatorEnd(word, from: 0)
        if let version = PartialVersion(word[operatorEnd...], loose: loose) {
            let relation = String(decoding: word[..<operatorEnd], as: UTF8.self)
            if let comparators = xRange(relation, version) { return comparators }
        }
        return [withoutStar(word)]
    }

    private func caret(_ version: PartialVersion) -> [String] {
        let zero = includesPrereleases ? "-0" : ""
        guard let major = version.major else { return [] }
        guard let minor = version.minor else { return [">=\(major).0.0\(zero)", "<\(major.successor).0.0-0"] }
        guard let patch = version.patch else {
            let upper = major.isZero ? "<\(major).\(minor.successor).0-0" : "<\(major.successor).0.0-0"
            return [">=\(major).\(minor).0\(zero)", upper]
        }
        // node-semver adds the lowest pre-release below 1.0 only; above, the plain version is the bound.
        let suffix = version.prerelease.map { "-\($0)" } ?? (major.isZero ? zero : "")
        let lower = ">=\(major).\(minor).\(patch)\(suffix)"
        guard major.isZero else { return [lower, "<\(major.successor).0.0-0"] }
        guard minor.isZero else { return [lower, "<\(major).\(minor.successor).0-0"] }
        return [lower, "<\(major).\(minor).\(patch.successor)-0"]
    }

    private func tilde(_ version: PartialVersion) -> [String] {
        guard let major = version.major else { return [] }
        guard let minor = version.minor else { return [">=\(major).0.0", "<\(major.successor).0.0-0"] }
        let upper = "<\(major).\(minor.successor).0-0"
        guard let patch = version.patch else { return [">=\(major).\(minor).0", upper] }
        return [">=\(major).\(minor).\(patch)\(version.prerelease.map { "-\($0)" } ?? "")", upper]
    }

    /// A version with parts left open, behind a relation; `nil` when nothing is open.
    private func xRange(_ relation: String, _ version: PartialVersion) -> [String]? {
        let zero = includesPrereleases ? "-0" : ""
        guard let major = version.major else {
            return relation == ">" || relation == "<" ? ["<0.0.0-0"] : []
        }
        let minor = version.minor
        guard minor == nil || version.patch == nil else { return nil }
        let nextUp = minor.map { "\(major).\($0.successor).0" } ?? "\(major.successor).0.0"
        let lowest = "\(major).\(minor?.text ?? "0").0"
        return switch relation {
        case "", "=": [">=\(lowest)\(zero)", "<\(nextUp)-0"]
        case ">": [">=\(nextUp)\(zero)"]
        case "<=": ["<\(nextUp)-0"]
        case "<": ["<\(lowest)-0"]
        default: ["\(relation)\(lowest)\(zero)"]
        }
    }

    /// A word without its first star and the relation before that: `>=*` takes everything.
    private func withoutStar(_ word: [UInt8]) -> String {
        guard let star = word.firstIndex(of: UInt8(ascii: "*")) else { return String(decoding: word, as: UTF8.self) }
        var start = star
        if start > 0, word[start - 1] == UInt8(ascii: "=") { start -= 1 }
        if start > 0, word[start - 1] == UInt8(ascii: "<") || word[start - 1] == UInt8(ascii: ">") { start -= 1 }
        return String(decoding: word[..<start] + word[(star + 1)...], as: UTF8.self)
    }

    private func comparator(_ word: String) -> Comparator? {
        guard !word.isEmpty, word != (includesPrereleases ? ">=0.0.0-0" : ">=0.0.0") else { return .any }
        let bytes = Array(word.utf8)
        let end = RangeSpacing.operatorEnd(bytes, from: 0)
        let relation = String(decoding: bytes[..<end], as: UTF8.self)
        guard bytes.count - end <= SemanticVersion.bytesMax, end < bytes.count,
            let version = SemanticVersion(String(decoding: bytes[end...], as: UTF8.self), loose ? .loose : .strict),
            let parsed = Comparator.Relation(rawValue: relation == "=" ? "" : relation)
        else { return nil }
        return Comparator(relation: parsed, version: version)
    }

    /// Whether a word that is no comparator has the form of one, with numbers too large: that is an error even where
    /// other mistakes are forgiven.
    private func isWellFormed(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        let end = RangeSpacing.operatorEnd(bytes, from: 0)
        return PartialVersion(bytes[end...], loose: true)?.patch != nil
    }
}
