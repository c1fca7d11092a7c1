/// Functions of GNU make (8), as far as what they give can be computed; U+0001 stands for what can't.
enum MakefileFunction: String {
    case shell, call, eval, value, file, foreach, `if`, or, and, `let`, intcmp
    case subst, patsubst, strip, findstring, filter, sort, word, wordlist, words, firstword, lastword, join
    case filterOut = "filter-out"
    case dir, notdir, suffix, basename, addsuffix, addprefix, wildcard, realpath, abspath
    case info, warning, error, origin, flavor, guile

    /// How many arguments it has: what stands behind further commas belongs to the last. Zero for any number.
    var arity: Int {
        switch self {
        case .call, .or, .and, .intcmp: 0
        case .subst, .patsubst, .foreach, .if, .wordlist, .let: 3
        case .findstring, .filter, .filterOut, .word, .join, .addsuffix, .addprefix, .file: 2
        default: 1
        }
    }

    /// The arguments of a function, at the commas outside brackets.
    func arguments(_ text: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var start = 0
        var depth = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ",") where depth <= 0 && (arity == 0 || parts.count + 1 < arity):
                guard parts.count < Self.argumentsMax else { break }
                parts.append(Array(text[start..<index]))
                start = index + 1
            default: continue
            }
        }
        return parts + [Array(text[start...])]
    }

    /// Arguments of one call.
    private static let argumentsMax = 64
    /// Words that one call makes others of.
    private static let wordsMax = 16_384

    /// What it gives for arguments that are texts, where it does nothing else.
    func result(_ arguments: [String]) -> String {
        let last = arguments.last ?? ""
        let first = arguments.first ?? ""
        switch self {
        case .info, .warning, .error, .eval, .file: return ""
        case .strip, .sort: return Self.words(first).joined(separator: " ")
        case .wildcard, .realpath, .abspath: return first
        case .subst where arguments.count == 3 && !first.isEmpty: return last.replacing(first, with: arguments[1])
        case .patsubst where arguments.count == 3: return Self.replace(first, arguments[1], in: last)
        case .word, .wordlist, .words, .firstword, .lastword: return chosen(arguments)
        case .dir, .notdir, .suffix, .basename: return Self.words(first).map { path($0) }.joined(separator: " ")
        case .addprefix: return Self.words(last).map { first + $0 }.joined(separator: " ")
        case .addsuffix: return Self.words(last).map { $0 + first }.joined(separator: " ")
        case .join: return Self.joined(Self.words(first), Self.words(last))
        case .or: return arguments.first { !Self.isEmpty($0) } ?? ""
        case .and: return arguments.contains { Self.isEmpty($0) } ? "" : last
        case .if: return Self.branch(arguments)
        case .filter, .filterOut: return Self.isKnown(first + last) ? filtered(first, last) : last
        case .findstring: return Self.isKnown(first + last) ? last.contains(first) ? first : "" : "\u{1}"
        default: return "\u{1}"
        }
    }

    private static func isEmpty(_ text: String) -> Bool { words(text).isEmpty }

    private static func isKnown(_ text: String) -> Bool { !text.contains("\u{1}") && !text.contains("$") }

    private static func words(_ text: String) -> [String] {
        text.split(maxSplits: wordsMax) { $0 == " " || $0 == "\t" || $0 == "\n" }.map { String($0) }
    }

    /// Where what decides is not known, both branches, of which a shell reads either.
    private static func branch(_ arguments: [String]) -> String {
        let (yes, no) = (arguments.count > 1 ? arguments[1] : "", arguments.count > 2 ? arguments[2] : "")
        if isKnown(arguments[0]) { return isEmpty(arguments[0]) ? no : yes }
        return [yes, no].filter { !isEmpty($0) }.joined(separator: "\n")
    }

    private func filtered(_ patterns: String, _ text: String) -> String {
        let all = Self.words(patterns).prefix(64)
        return Self.words(text).filter { word in
            all.contains { Self.stem(of: word, $0) != nil } == (self == .filter)
        }.joined(separator: " ")
    }

    private func chosen(_ arguments: [String]) -> String {
        let words = Self.words(arguments.last ?? "")
        switch self {
        case .words: return String(words.count)
        case .firstword: return words.first ?? ""
        case .lastword: return words.last ?? ""
        case .word:
            guard let index = Int(arguments[0].filter { $0 != " " }), index > 0 else { return "\u{1}" }
            return index <= words.count ? words[index - 1] : ""
        default:
            guard arguments.count == 3, let from = Int(arguments[0].filter { $0 != " " }), from > 0,
                let to = Int(arguments[1].filter { $0 != " " })
            else { return "\u{1}" }
            return words.prefix(max(0, to)).dropFirst(from - 1).joined(separator: " ")
        }
    }

    private func path(_ word: String) -> String {
        let name = PathText.name(of: word)
        let folder = PathText.folder(of: word)
        let dot = name.lastIndex(of: ".")
        switch self {
        case .dir: return folder.isEmpty ? "./" : folder
        case .notdir: return name
        case .suffix: return dot.map { String(name[$0...]) } ?? ""
        default: return folder + (dot.map { String(name[..<$0]) } ?? name)
        }
    }

    private static func joined(_ left: [String], _ right: [String]) -> String {
        (0..<max(left.count, right.count)).map { index in
            (index < left.count ? left[index] : "") + (index < right.count ? right[index] : "")
        }.joined(separator: " ")
    }

    /// `%.c` to `%.o` in each word; a pattern without a percent sign is a whole word.
    private static func replace(_ pattern: String, _ replacement: String, in text: String) -> String {
        words(text).map { word in
            guard let stem = stem(of: word, pattern) else { return word }
            return replacement.replacing("%", with: stem, maxReplacements: 1)
        }.joined(separator: " ")
    }

    /// What the percent sign of a pattern stands for in a word; `nil` when it does not match.
    private static func stem(of word: String, _ pattern: String) -> Substring? {
        guard let percent = pattern.firstIndex(of: "%") else { return word == pattern ? word[...] : nil }
        let (prefix, suffix) = (pattern[..<percent], pattern[pattern.index(after: percent)...])
        guard word.utf8.count >= prefix.utf8.count + suffix.utf8.count, word.hasPrefix(prefix), word.hasSuffix(suffix)
        else { return nil }
        return word.dropFirst(prefix.count).dropLast(suffix.count)
    }

    /// `NAME:.c=.o` and `NAME:%.c=%.o` of a name with a colon: the name, and what is put for what.
    static func substitution(_ text: String) -> (name: String, pattern: String, replacement: String)? {
        guard let colon = text.firstIndex(of: ":"), let equals = text[colon...].firstIndex(of: "=") else { return nil }
        var pattern = String(text[text.index(after: colon)..<equals])
        var replacement = String(text[text.index(after: equals)...])
        if !pattern.contains("%") { (pattern, replacement) = ("%" + pattern, "%" + replacement) }
        return (String(text[..<colon]), pattern, replacement)
    }
}
