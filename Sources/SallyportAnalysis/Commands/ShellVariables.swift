/// What the variables of one shell text hold, as far as it says so itself.
///
/// The last assignment in front of a use counts, whatever decides whether it is made.
struct ShellVariables {
    private var values: [String: [UInt8]] = [:]
    private var unfolded = 0

    /// Variables of one text.
    private static let countMax = 1024
    /// Bytes of one value.
    private static let valueBytesMax = 4096
    /// Bytes that all variables of one text unfold to.
    private static let unfoldedMax = 1 << 20

    private static let declaring: Set<String> = ["export", "declare", "local", "readonly", "typeset"]
    private static let taking: Set<String> = ["read", "unset", "for", "select", "getopts", "mapfile"]

    /// Remembers what a command assigns when it is nothing but assignments.
    mutating func note(_ command: ShellCommand) {
        guard let first = command.words.first else { return }
        if Self.taking.contains(first) {
            for word in command.words.dropFirst() { values[word] = nil }
            return
        }
        let isDeclaring = Self.declaring.contains(first)
        guard isDeclaring || command.program == nil else { return }
        for word in command.words.dropFirst(isDeclaring ? 1 : 0) {
            guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(word[..<equals])
            let value = Array(word[word.utf8.index(after: equals)...].utf8)
            guard values.count < Self.countMax || values[name] != nil else { return }
            // What is not known at all says no more than the variable.
            values[name] = value.count <= Self.valueBytesMax && value != [1] ? value : nil
        }
    }

    /// The value of a variable; `nil` when it is not known.
    mutating func value(of name: String) -> [UInt8]? {
        guard let value = values[name], unfolded + value.count <= Self.unfoldedMax else { return nil }
        unfolded += value.count + 1
        return value
    }

    /// A text that a shell of its own reads, with the values that it names.
    mutating func replaced(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard !values.isEmpty, text.contains(UInt8(ascii: "$")) else { return Array(text) }
        var output: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: "$"), index < text.endIndex else {
                output.append(byte)
                continue
            }
            let isBraced = text[index] == UInt8(ascii: "{")
            let rest = text[(isBraced ? index + 1 : index)...]
            let name = rest.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }
            let isWhole = !isBraced || rest.dropFirst(name.count).first == UInt8(ascii: "}")
            if !name.isEmpty, isWhole, let value = value(of: String(decoding: name, as: UTF8.self)) {
                output += value
                index = name.endIndex + (isBraced ? 1 : 0)
            } else {
                output.append(byte)
            }
        }
        return output
    }
}

/// What `echo` and `printf` print of constants.
enum PrintedText {
    /// Bytes of a command that is looked at.
    private static let bytesMax = 4096
    private static let others = Array("\u{1}|;&$`<>*?(){}\n#".utf8)

    /// What a command prints, without its last line break; `nil` when that is not known, or when it is no such command.
    static func bytes(of command: [UInt8]) -> [UInt8]? {
        let text = command.drop { $0 == 0x20 || $0 == 0x09 }
        let isPrintf = text.starts(with: "printf ".utf8)
        guard isPrintf || text.starts(with: "echo ".utf8), text.count <= bytesMax, isPlain(text) else { return nil }
        var words = Array(ShellText.commands(String(decoding: text, as: UTF8.self)).first?.words.dropFirst() ?? [])
        var hasEscapes = isPrintf
        if !isPrintf {
            while let option = words.first, option.hasPrefix("-"), option.dropFirst().allSatisfy({ "neE".contains($0) })
            {
                if option.contains("e") { hasEscapes = true }
                words.removeFirst()
            }
        } else if words.first?.contains("%") == true {
            // Of formats only those that put their words one behind the other.
            guard words[0].replacing("%s", with: "").replacing("%b", with: "").replacing("\\n", with: "").isEmpty else {
                return nil
            }
            words = [words.dropFirst().joined()]
        }
        let joined = Array(words.joined(separator: " ").utf8)
        return hasEscapes ? unescaped(joined) : joined
    }

    /// Whether a text is one command of constants: what stands in quotes may hold any sign.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        var quote: UInt8 = 0
        for byte in text {
            if byte == quote {
                quote = 0
            } else if quote == 0, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
                return false
            } else if byte == 1 || quote == 0 && others.contains(byte) {
                return false
            }
        }
        return quote == 0
    }

    /// `\143`, `\x63`, `\n`
    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
                output.append(text[index])
                index += 1
                continue
            }
            let isHexadecimal = text[index + 1] == UInt8(ascii: "x")
            let digits = text[(index + (isHexadecimal ? 2 : 1))...].prefix(isHexadecimal ? 2 : 4)
                .prefix { isDigit($0, isHexadecimal) }
            let octal = digits.first == UInt8(ascii: "0") ? digits : digits.prefix(3)
            let used = isHexadecimal ? digits : octal
            if let value = UInt8(String(decoding: used, as: UTF8.self), radix: isHexadecimal ? 16 : 8) {
                output.append(value)
                index = used.endIndex
            } else {
                output.append(text[index + 1] == UInt8(ascii: "n") ? 0x0A : text[index + 1])
                index += 2
            }
        }
        return output
    }

    private static func isDigit(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
        if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "7") { return true }
        let letter = byte | 0x20
        return isHexadecimal
            && (byte == UInt8(ascii: "8") || byte == UInt8(ascii: "9")
                || letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f"))
    }
}
