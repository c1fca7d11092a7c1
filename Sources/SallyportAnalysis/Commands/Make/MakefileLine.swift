/// One line of a makefile, with those that it goes on in.
struct MakefileLine {
    let text: String
    let offset: Int
    /// Whether it begins as a line of a recipe does: with a tab.
    let isRecipe: Bool

    /// The lines of a makefile.
    static func lines(_ text: String) -> [MakefileLine] {
        var lines: [MakefileLine] = []
        let bytes = Array(text.utf8)
        var start = 0
        var index = 0
        while index <= bytes.count {
            let isEnd = index == bytes.count
            if !isEnd, bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if isEnd || bytes[index] == 0x0A {
                lines.append(MakefileLine(bytes[start..<min(index, bytes.count)], at: start))
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { lines.append(MakefileLine(bytes[start...], at: start)) }
        return lines
    }

    private init(_ bytes: ArraySlice<UInt8>, at offset: Int) {
        isRecipe = bytes.first == 0x09
        self.offset = offset
        let text = String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
        // A shell joins the lines of a recipe by itself.
        self.text = isRecipe || !bytes.contains(0x0A) ? text : text.replacing("\\\n", with: " ")
    }

    /// The line without what stands behind `#`.
    var withoutComment: String {
        var isEscaped = false
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if byte == UInt8(ascii: "#"), !isEscaped { return String(text[..<index]) }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return text
    }
}

/// `NAME = value` and its kin (GNU make, 6.2 and 6.5).
struct MakefileAssignment {
    enum Kind {
        case lazy, now, unlessSet, more, shell
    }

    let name: String
    let kind: Kind
    let value: String

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
        var head = text[..<equals]
        switch head.last {
        case "!": kind = .shell
        case "?": kind = .unlessSet
        case "+": kind = .more
        case ":": kind = .now
        default: kind = .lazy
        }
        if kind != .lazy { head = head.dropLast() }
        while head.last == ":" { head = head.dropLast() }
        // `target: NAME = value` is for that target.
        let parts = head.split { $0 == " " || $0 == "\t" || $0 == ":" }
        guard let last = parts.last else { return nil }
        name = String(last)
        value = String(text[text.index(after: equals)...].drop { $0 == " " || $0 == "\t" })
    }
}

/// What a dollar sign of a makefile stands for.
struct MakefileUse {
    enum Kind {
        /// `$$`
        case dollar
        /// `$(NAME)`, `${NAME}`, `$N`
        case name(String)
        /// `$(shell command)`
        case shell([UInt8])
        /// Another function, or a value that is changed on its way.
        case function([UInt8])
        case unknown
    }

    let kind: Kind
    /// The position behind it.
    let end: Int

    /// Whether it is what a shell prints.
    var isShell: Bool {
        if case .shell = kind { true } else { false }
    }

    init(_ bytes: [UInt8], at dollar: Int) {
        let next = bytes[dollar + 1]
        guard next == UInt8(ascii: "(") || next == UInt8(ascii: "{") else {
            end = dollar + 2
            switch next {
            case UInt8(ascii: "$"): kind = .dollar
            case let byte where byte.isASCIIAlphanumeric: kind = .name(String(UnicodeScalar(byte)))
            default: kind = .unknown
            }
            return
        }
        let closing = next == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
        var depth = 1
        var index = dollar + 2
        while index < bytes.count {
            if bytes[index] == next { depth += 1 }
            if bytes[index] == closing { depth -= 1 }
            if depth == 0 { break }
            index += 1
        }
        end = min(index + 1, bytes.count)
        let inside = bytes[(dollar + 2)..<index]
        let word = inside.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        if word.count < inside.count, word.elementsEqual("shell".utf8) {
            kind = .shell(Array(inside.dropFirst(word.count + 1)))
        } else if !inside.isEmpty,
            inside.allSatisfy({
                $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
            })
        {
            kind = .name(String(decoding: inside, as: UTF8.self))
        } else {
            kind = .function(Array(inside))
        }
    }
}
