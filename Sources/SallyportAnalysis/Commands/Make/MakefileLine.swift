/// One line of a makefile, with those that it goes on in.
struct MakefileLine {
    private let bytes: [UInt8]
    let offset: Int

    /// The lines of a makefile.
    static func lines(_ text: String) -> [MakefileLine] { lines(Array(text.utf8)) { $0 } }

    /// The lines of a text that stands at one place of a makefile.
    static func lines(_ text: String, at offset: Int) -> [MakefileLine] { lines(Array(text.utf8)) { _ in offset } }

    private static func lines(_ bytes: [UInt8], at place: (Int) -> Int) -> [MakefileLine] {
        var lines: [MakefileLine] = []
        var start = 0
        var index = 0
        while index <= bytes.count {
            let isEnd = index == bytes.count
            if !isEnd, bytes[index] == UInt8(ascii: "\\") {
                // CR LF is one end of a line.
                index += bytes[(index + 1)...].starts(with: [0x0D, 0x0A]) ? 3 : 2
                continue
            }
            if isEnd || bytes[index] == 0x0A {
                lines.append(MakefileLine(bytes[start..<min(index, bytes.count)], at: place(start)))
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { lines.append(MakefileLine(bytes[start...], at: place(start))) }
        return lines
    }

    private init(_ bytes: ArraySlice<UInt8>, at offset: Int) {
        self.bytes = bytes.filter { $0 != 0x0D }
        self.offset = offset
    }

    /// With what it begins.
    var first: UInt8? { bytes.first }

    /// The line as it stands.
    var raw: String { String(decoding: bytes, as: UTF8.self) }

    /// The line as one of a recipe: without what it, and each line that it goes on in, begins with. A shell joins them.
    func recipe(_ prefixes: Set<UInt8>) -> String {
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isPrefix = index == 0 || byte != 0x09 && index > 1 && bytes[index - 1] == 0x0A
            if isPrefix, prefixes.contains(byte) { continue }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The joined line without what stands behind `#`, except inside a function.
    var withoutComment: String {
        var text: [UInt8] = []
        var isEscaped = false
        var depth = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "(") where depth > 0 || index > 0 && bytes[index - 1] == UInt8(ascii: "$"),
                UInt8(ascii: "{") where depth > 0 || index > 0 && bytes[index - 1] == UInt8(ascii: "$"):
                depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "#") where !isEscaped && depth == 0: return String(decoding: text, as: UTF8.self)
            default: break
            }
            if byte == 0x0A, isEscaped {
                text[text.count - 1] = UInt8(ascii: " ")
            } else {
                text.append(byte)
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// `NAME = value` and its kin (GNU make, 6.2, 6.5 and 6.8).
struct MakefileAssignment {
    enum Kind {
        case lazy, now, unlessSet, more, shell
    }

    /// The name, whose own variables are not put in yet.
    let name: String
    let kind: Kind
    var value: String

    private static let modifiers: Set<Substring> = ["override", "export", "unexport", "private"]

    /// Takes a line apart; `nil` when it assigns nothing.
    init?(_ text: String) {
        var depth = 0
        var equals: String.Index?
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ";") where depth == 0: return nil
            case UInt8(ascii: "=") where depth <= 0: equals = index
            default: continue
            }
            if equals != nil { break }
        }
        guard let equals else { return nil }
        let (head, kind) = Self.kind(of: text[..<equals])
        // `target: NAME = value` is for that target.
        guard let name = Self.lastWord(of: head) else { return nil }
        self.name = name
        self.kind = kind
        value = String(Substring(text.utf8[equals...].dropFirst().drop { $0 == 0x20 || $0 == 0x09 }))
    }

    /// `define NAME`, `override define NAME :=`: the value stands on the lines that follow; `nil` for any other line.
    init?(definition text: String) {
        var words = text.words[...]
        while let word = words.first, Self.modifiers.contains(word) { words = words.dropFirst() }
        guard words.popFirst() == "define", !words.isEmpty else { return nil }
        var head = words.joined(separator: " ")[...]
        if head.last == "=" {
            head = head.dropLast()
            (head, kind) = Self.kind(of: head)
        } else {
            kind = .lazy
        }
        guard let name = Self.lastWord(of: head) else { return nil }
        self.name = name
        value = ""
    }

    /// The kind that the sign in front of `=` says, and what stands before it.
    private static func kind(of text: Substring) -> (Substring, Kind) {
        var head = text.utf8
        let kind: Kind
        switch head.last {
        case UInt8(ascii: "!"): kind = .shell
        case UInt8(ascii: "?"): kind = .unlessSet
        case UInt8(ascii: "+"): kind = .more
        case UInt8(ascii: ":"): kind = .now
        default: return (text, .lazy)
        }
        head = head.dropLast()
        while head.last == UInt8(ascii: ":") { head = head.dropLast() }
        return (Substring(head), kind)
    }

    /// The last word; what stands in brackets is one.
    private static func lastWord(of head: Substring) -> String? {
        var depth = 0
        var word: [UInt8] = []
        for byte in head.utf8.reversed().drop(while: { $0 == 0x20 || $0 == 0x09 }) {
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}") { depth += 1 }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{") { depth -= 1 }
            if depth <= 0, byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ":") { break }
            word.append(byte)
        }
        return word.isEmpty ? nil : String(decoding: word.reversed(), as: UTF8.self)
    }
}

/// A rule: what it makes, and of what.
struct MakefileRule {
    let targets: [String]
    let needs: [String]

    /// A rule's line, with the values of its variables.
    init(_ line: String) {
        let parts = line.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        targets = Self.words(parts[0])
        needs = parts.count > 1 ? Self.words(parts[1]) : []
    }

    /// A line, and what stands behind its semicolon; one inside a function is none.
    static func parts(of text: String) -> (head: String, command: String?) {
        var depth = 0
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ";") where depth <= 0:
                return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
            default: continue
            }
        }
        return (text, nil)
    }

    /// `$@`, `$<` and their kin, as far as the rule says them.
    func automatic(_ target: String) -> [String: [UInt8]] {
        var values: [String: [UInt8]] = [:]
        if !target.isEmpty, !target.contains("%") { values["@"] = Array(target.utf8) }
        guard let first = needs.first, !needs.contains(where: { $0.contains("%") }) else { return values }
        values["<"] = Array(first.utf8)
        let all = Array(needs.joined(separator: " ").utf8)
        values["^"] = all
        values["+"] = all
        values["?"] = all
        return values
    }

    private static func words(_ text: Substring.UTF8View) -> [String] {
        text.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") }
            .flatMap { Substring($0).words.map { String($0) } }
    }
}
