import Foundation

/// A Swift file with what is no code blanked out: comments and the contents of string literals, interpolations too.
///
/// Lines and columns stay as they are. It is a reader for tidy files, not for all of Swift: a regular expression
/// literal with a quote or a brace in it would lead it astray.
struct SwiftCode: Sendable {
    /// The code, line by line.
    let lines: [String]
    private let whole: String

    init(_ text: String) {
        var blanker = Blanker(Array(text.utf8))
        blanker.run()
        whole = String(decoding: blanker.output, as: UTF8.self)
        lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether the code may hold a text; quick, for words that are rare.
    func mayHold(_ text: String) -> Bool {
        whole.range(of: text, options: .literal) != nil
    }

    /// The numbers of lines, counted from 1, that hold a word with nothing of an identifier around it.
    func lines(holding word: String) -> [Int] {
        guard mayHold(word) else { return [] }
        return lines.indices.filter { Self.holds(lines[$0], word) }.map { $0 + 1 }
    }

    /// Whether `word` occurs in `line` with no identifier character before or after it, where it begins or ends with
    /// one itself.
    static func holds(_ line: String, _ word: String) -> Bool {
        let isBound = (first: word.first.map(isPart) ?? false, last: word.last.map(isPart) ?? false)
        return line.ranges(of: word).contains { range in
            let before = range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
            let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
            return !(isBound.first && isPart(before)) && !(isBound.last && isPart(after))
        }
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}

/// Walks over the bytes of a file once, with a stack in place of recursion.
private struct Blanker {
    private enum Frame {
        /// Code; in an interpolation, with the number of parentheses that are open.
        case code(parentheses: Int, isInterpolation: Bool)
        case lineComment
        case blockComment
        case string(pounds: Int, quotes: Int)
    }

    private let bytes: [UInt8]
    private(set) var output: [UInt8] = []
    private var position = 0
    private var stack = [Frame.code(parentheses: 0, isInterpolation: false)]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        output.reserveCapacity(bytes.count)
    }

    mutating func run() {
        while position < bytes.count {
            switch stack[stack.count - 1] {
            case .code(let parentheses, let isInterpolation): stepCode(parentheses, isInterpolation)
            case .lineComment:
                if bytes[position] == UInt8(ascii: "\n") { stack.removeLast() }
                blank(1)
            case .blockComment: stepComment()
            case .string(let pounds, let quotes): stepString(pounds, quotes)
            }
        }
    }

    private mutating func stepCode(_ parentheses: Int, _ isInterpolation: Bool) {
        switch bytes[position] {
        case UInt8(ascii: "/") where starts("//"): return enter(.lineComment, 2)
        case UInt8(ascii: "/") where starts("/*"): return enter(.blockComment, 2)
        case UInt8(ascii: "#"), UInt8(ascii: "\""): if enterString() { return }
        case UInt8(ascii: "("): count(parentheses + 1, isInterpolation)
        case UInt8(ascii: ")") where isInterpolation && parentheses == 0:
            stack.removeLast()
            return blank(1)
        case UInt8(ascii: ")"): count(parentheses - 1, isInterpolation)
        default: break
        }
        if stack.count > 1 { blank(1) } else { keep() }
    }

    private mutating func count(_ parentheses: Int, _ isInterpolation: Bool) {
        stack[stack.count - 1] = .code(parentheses: parentheses, isInterpolation: isInterpolation)
    }

    /// Enters the string literal that begins here, if one does.
    private mutating func enterString() -> Bool {
        var pounds = 0
        while position + pounds < bytes.count, bytes[position + pounds] == UInt8(ascii: "#") { pounds += 1 }
        guard position + pounds < bytes.count, bytes[position + pounds] == UInt8(ascii: "\"") else { return false }
        let isLong = starts("\"\"\"", at: position + pounds)
        enter(.string(pounds: pounds, quotes: isLong ? 3 : 1), pounds + (isLong ? 3 : 1))
        return true
    }

    private mutating func stepComment() {
        guard bytes[position] == UInt8(ascii: "/") || bytes[position] == UInt8(ascii: "*") else { return blank(1) }
        if starts("/*") { return enter(.blockComment, 2) }
        if starts("*/") {
            stack.removeLast()
            return blank(2)
        }
        blank(1)
    }

    private mutating func stepString(_ pounds: Int, _ quotes: Int) {
        guard bytes[position] == UInt8(ascii: "\\") || bytes[position] == UInt8(ascii: "\"") else { return blank(1) }
        let hashes = String(repeating: "#", count: pounds)
        if starts("\\" + hashes + "(") {
            return enter(.code(parentheses: 0, isInterpolation: true), 2 + pounds)
        }
        if starts("\\" + hashes) { return blank(min(2 + pounds, bytes.count - position)) }
        if starts(String(repeating: "\"", count: quotes) + hashes) {
            stack.removeLast()
            return blank(quotes + pounds)
        }
        blank(1)
    }

    private mutating func enter(_ frame: Frame, _ count: Int) {
        stack.append(frame)
        blank(count)
    }

    private mutating func blank(_ count: Int) {
        for byte in bytes[position..<min(position + count, bytes.count)] {
            output.append(byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
        }
        position += count
    }

    private mutating func keep() {
        output.append(bytes[position])
        position += 1
    }

    private func starts(_ text: String, at start: Int? = nil) -> Bool {
        bytes[min(start ?? position, bytes.count)...].starts(with: text.utf8)
    }
}
