/// Whether a plain scalar is a text for Ruby, or what YAML 1.1 makes of its form: a number, a truth value, a time, a symbol.
///
/// `version: 1.10` is the number 1.1, of which no client can make a version. Ruby writes quotes round a text that looks so.
enum YAMLPlainScalar {
    /// Whether Ruby's own reader takes it for a text. What stands nowhere (empty) is none of this one's business.
    static func isText(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        guard let first = bytes.first else { return true }
        if first == UInt8(ascii: ":"), bytes.count > 1 { return false }
        let word = value.lowercased()
        guard !words.contains(word) else { return false }
        guard isDigit(first) || "+-.".utf8.contains(first) else { return true }
        return !isNumber(bytes) && !isSexagesimal(bytes) && !isTime(bytes)
    }

    private static let words: Set<String> = [
        "~", "null", "true", "false", "yes", "no", "on", "off", ".inf", "+.inf", "-.inf", ".nan",
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: ",") }

    private static func unsigned(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    }

    /// `12`, `1_000`, `017`, `0x1f`, `0b1`, `1.10`, `1.`, `.5`, `1.e+5`.
    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        let digits = unsigned(bytes)
        guard let first = digits.first else { return false }
        if first == 0x30, let kind = digits.dropFirst().first {
            let rest = digits.dropFirst(2)
            if kind | 0x20 == UInt8(ascii: "x") {
                return !rest.isEmpty && rest.allSatisfy { HexDigit.value($0) != nil || isSeparator($0) }
            }
            if kind | 0x20 == UInt8(ascii: "b") {
                return !rest.isEmpty && rest.allSatisfy { $0 == 0x30 || $0 == 0x31 || isSeparator($0) }
            }
            if !digits.contains(UInt8(ascii: ".")) {
                return digits.dropFirst().allSatisfy { (0x30...0x37).contains($0) || isSeparator($0) }
            }
        }
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else {
            return isDigit(first) && digits.allSatisfy { isDigit($0) || isSeparator($0) }
        }
        let whole = digits[..<point]
        let fraction = digits[(point + 1)...]
        guard whole.first.map(isDigit) ?? true, whole.allSatisfy({ isDigit($0) || isSeparator($0) }),
            !whole.isEmpty || !fraction.isEmpty
        else { return false }
        return isExponent(fraction.drop(while: isDigit))
    }

    /// Nothing, or `e+5`.
    private static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        let sign = bytes.dropFirst().first
        let digits = bytes.dropFirst(2)
        return first | 0x20 == UInt8(ascii: "e") && (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"))
            && !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    /// `1:30`, `1:30:15`, `1:30.5`.
    private static func isSexagesimal(_ bytes: [UInt8]) -> Bool {
        let parts = unsigned(bytes).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let first = parts.first?.first, isDigit(first) else { return false }
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let whole = isLast ? part.prefix { $0 != UInt8(ascii: ".") } : part
            let behind = part.dropFirst(whole.count + 1)
            guard behind.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
            guard isMinutes(whole) || index == 0 && whole.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else {
                return false
            }
        }
        return true
    }

    /// One digit, or two below 60.
    private static func isMinutes(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard (1...2).contains(bytes.count), bytes.allSatisfy(isDigit), let first = bytes.first else { return false }
        return bytes.count == 1 || first < UInt8(ascii: "6")
    }

    /// `2026-11-23`, and the same with a time behind a blank or `T`.
    private static func isTime(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == UInt8(ascii: "-") }
        guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(isDigit), (1...2).contains(parts[1].count),
            parts[1].allSatisfy(isDigit)
        else { return false }
        let day = parts[2].prefix(while: isDigit)
        guard (1...2).contains(day.count) else { return false }
        guard let next = parts[2].dropFirst(day.count).first else { return true }
        return next == 0x20 || next == 0x09 || next | 0x20 == UInt8(ascii: "t")
    }
}
