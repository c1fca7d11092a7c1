import Foundation

/// Finds functions that are too long to be read at once.
enum FunctionLengths {
    /// A function with its place and length.
    struct Function: Equatable {
        let line: Int
        let name: String
        let lineCount: Int
    }

    /// All functions and initialisers with a body, by the line of their keyword; the length is from there to the
    /// closing brace, both counted.
    static func functions(in code: SwiftCode) -> [Function] {
        code.lines.indices.compactMap { index -> Function? in
            guard let name = declaredName(in: code.lines[index]) else { return nil }
            guard let end = end(ofBodyAfter: index, in: code.lines) else { return nil }
            return Function(line: index + 1, name: name, lineCount: end - index + 1)
        }
    }

    private static func declaredName(in line: String) -> String? {
        if SwiftCode.holds(line, "func"), let range = line.range(of: "func ") {
            return String(line[range.upperBound...].prefix { $0 != "(" && $0 != "<" && $0 != " " })
        }
        let words = line.split(separator: " ", maxSplits: 8)
        for word in words {
            if ["init(", "init?(", "init<", "deinit"].contains(where: { word.hasPrefix($0) }) { return "init" }
            guard modifiers.contains(where: { word.hasPrefix($0) }) else { return nil }
        }
        return nil
    }

    private static let modifiers = [
        "public", "package", "internal", "private", "fileprivate", "required", "convenience", "override", "nonisolated",
        "@", "borrowing", "isolated",
    ]

    /// The line of the brace that closes the body; `nil` for a requirement without one.
    private static func end(ofBodyAfter start: Int, in lines: [String]) -> Int? {
        var round = 0
        var braces = 0
        for index in start..<lines.count {
            let isContinuation = index > start && braces == 0 && round == 0
            if isContinuation, beginsAnotherDeclaration(lines[index]) { return nil }
            for character in lines[index] {
                switch character {
                case "(", "[": round += 1
                case ")", "]": round -= 1
                case "{" where round == 0 || braces > 0: braces += 1
                case "}" where braces == 0 && round == 0: return nil
                case "}" where braces > 0:
                    braces -= 1
                    if braces == 0 { return index }
                default: break
                }
            }
        }
        return nil
    }

    private static func beginsAnotherDeclaration(_ line: String) -> Bool {
        ["func", "var", "let", "init", "case", "associatedtype", "subscript"].contains { SwiftCode.holds(line, $0) }
    }
}
