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

    /// What it gives for arguments that are texts, where it does nothing else; `nil` where that would be longer than
    /// `bytesMax`, or take as many steps.
    func result(_ arguments: [String], bytesMax: Int) -> String? {
        let last = arguments.last ?? ""
        let first = arguments.first ?? ""
        switch self {
        case .info, .warning, .error, .eval, .file: return ""
        case .strip, .sort: return Self.stripped(first)
        case .wildcard, .realpath, .abspath: return first
        case .subst where arguments.count == 3 && !first.isEmpty:
            return Self.replace(Array(first.utf8), Array(arguments[1].utf8), in: Array(last.utf8), bytesMax)
        case .patsubst where arguments.count == 3:
            let pattern = MakefilePattern(first)
            return Self.each(of: last, bytesMax) { word in
                guard let stem = pattern.stem(of: word) else { return word }
                return arguments[1].replacing("%", with: stem, maxReplacements: 1)
            }
        case .word, .wordlist, .words, .firstword, .lastword: return chosen(arguments)
        case .dir, .notdir, .suffix, .basename: return Self.each(of: first, bytesMax) { path($0) }
        case .addprefix: return Self.each(of: last, bytesMax) { first + $0 }
        case .addsuffix: return Self.each(of: last, bytesMax) { $0 + first }
        case .join: return Self.joined(first.words, last.words)
        case .or: return arguments.first { !Self.isEmpty($0) } ?? ""
        case .and: return arguments.contains { Self.isEmpty($0) } ? "" : last
        case .if: return Self.branch(arguments)
        case .filter, .filterOut: return Self.isKnown(first + last) ? filtered(first, last, bytesMax) : last
        case .findstring:
            guard Self.isKnown(first + last) else { return "\u{1}" }
            return Array(last.utf8).firstRange(of: Array(first.utf8)) == nil ? "" : first
        default: return "\u{1}"
        }
    }

    /// Words with one space between them.
    static func stripped(_ text: String) -> String { text.words.joined(separator: " ") }

    private static func isEmpty(_ text: String) -> Bool { text.words.isEmpty }

    private static func isKnown(_ text: String) -> Bool {
        !text.utf8.contains { $0 == 1 || $0 == UInt8(ascii: "$") }
    }

    /// What becomes of each word.
    private static func each(of text: String, _ bytesMax: Int, _ change: (String) -> String) -> String? {
        var output = ""
        for (index, word) in text.words.enumerated() {
            if index > 0 { output += " " }
            output += change(String(word))
            guard output.utf8.count <= bytesMax else { return nil }
        }
        return output
    }

    private static func replace(_ old: [UInt8], _ new: [UInt8], in text: [UInt8], _ bytesMax: Int) -> String? {
        var output: [UInt8] = []
        var rest = text[...]
        while let found = rest.firstRange(of: old) {
            output += rest[..<found.lowerBound]
            output += new
            rest = rest[found.upperBound...]
            guard output.count <= bytesMax else { return nil }
        }
        return String(decoding: output + rest, as: UTF8.self)
    }

    /// Where what decides is not known, both branches, of which a shell reads either.
    private static func branch(_ arguments: [String]) -> String {
        let (yes, no) = (arguments.count > 1 ? arguments[1] : "", arguments.count > 2 ? arguments[2] : "")
        if isKnown(arguments[0]) { return isEmpty(arguments[0]) ? no : yes }
        return [yes, no].filter { !isEmpty($0) }.joined(separator: "\n")
    }

    private func filtered(_ patterns: String, _ text: String, _ stepsMax: Int) -> String? {
        let patterns = patterns.words.map { MakefilePattern(String($0)) }
        let words = text.words.map { String($0) }
        guard patterns.count * words.count <= stepsMax else { return nil }
        return words.filter { word in
            patterns.contains { $0.stem(of: word) != nil } == (self == .filter)
        }.joined(separator: " ")
    }

    private func chosen(_ arguments: [String]) -> String {
        let words = (arguments.last ?? "").words.map { String($0) }
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

    private static func joined(_ left: [Substring], _ right: [Substring]) -> String {
        (0..<max(left.count, right.count)).map { index in
            (index < left.count ? left[index] : "") + (index < right.count ? right[index] : "")
        }.joined(separator: " ")
    }
}
